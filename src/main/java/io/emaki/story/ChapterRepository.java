package io.emaki.story;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ChapterRepository extends Repository<Chapter, UUID> {

    Chapter save(Chapter chapter);

    void delete(Chapter chapter);

    List<Chapter> findByStoryIdOrderByNumberAsc(UUID storyId);

    Optional<Chapter> findByStoryIdAndNumber(UUID storyId, int number);

    @Query("select c from Chapter c join c.looks l where l.jobId = :job")
    List<Chapter> thatWaitFor(UUID job);
}
