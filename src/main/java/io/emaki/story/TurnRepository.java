package io.emaki.story;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface TurnRepository extends Repository<Turn, UUID> {

    Turn save(Turn turn);

    List<Turn> findByStoryIdOrderByNumberDesc(UUID storyId, Limit limit);
}
