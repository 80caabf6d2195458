package io.emaki.story;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TurnRepository extends Repository<Turn, UUID> {

    Turn save(Turn turn);

    void delete(Turn turn);

    void flush();

    Optional<Turn> findByIdAndStoryId(UUID id, UUID storyId);

    List<Turn> findByParentIdOrderBySwipeAsc(UUID parentId);

    List<Turn> findByStoryIdAndParentIdIsNullOrderBySwipeAsc(UUID storyId);

    /** The swipe that a further text after the same turn gets. */
    @Query("select coalesce(max(t.swipe) + 1, 0) from Turn t where t.storyId = :story and t.parentId = :parent")
    int nextSwipe(UUID story, UUID parent);

    @Query("select coalesce(max(t.swipe) + 1, 0) from Turn t where t.storyId = :story and t.parentId is null")
    int nextFirstSwipe(UUID story);

    /** Ids on the way back from a turn, that one first. */
    @NativeQuery("""
            with recursive way (id, parent_id, steps) as (
                select t.id, t.parent_id, 1 from turn t where t.id = :from
                union all
                select t.id, t.parent_id, way.steps + 1 from turn t join way on t.id = way.parent_id
                where way.steps < :most)
            select cast(t.id as varchar(36)) from way w join turn t on t.id = w.id order by w.steps""")
    List<String> wayBack(UUID from, int most);

    List<Turn> findByIdIn(List<UUID> ids);
}
