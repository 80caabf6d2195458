package io.emaki.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventFilterTest {

    @Test
    void survivesItsColumn() {
        EventFilter some = EventFilter.of(List.of("edit.failed", "webhook.test", "edit.failed"));

        assertThat(EventFilter.fromColumn(some.toColumn())).isEqualTo(some);
        assertThat(EventFilter.fromColumn(EventFilter.of(null).toColumn()).accepts("edit.failed"))
                .isTrue();
    }

    @Test
    void aTypeOfANewerVersionKeepsTheFilterNarrow() {
        EventFilter newer = EventFilter.fromColumn("persona.voice.updated");

        assertThat(newer.accepts("edit.failed")).isFalse();
        assertThat(newer.types()).containsExactly("persona.voice.updated");
    }

    @Test
    void everyEventFitsIntoTheColumn() {
        List<String> all =
                List.of(WebhookEvent.values()).stream().map(WebhookEvent::type).toList();

        assertThat(EventFilter.of(all).toColumn()).hasSizeLessThan(1000);
    }
}
