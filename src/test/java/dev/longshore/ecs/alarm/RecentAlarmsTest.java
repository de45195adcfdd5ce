package dev.longshore.ecs.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.api.ecs.v1.AlarmBinding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentAlarmsTest {
  private final List<String> asked = new ArrayList<>();
  private final Ticking clock = new Ticking();
  private final RecentAlarms alarms = new RecentAlarms(this::answer, clock, Duration.ofSeconds(15));

  @Test
  void eachIsReadOnceInAPeriodWhoeverAsks() {
    Map<String, AlarmState> first = alarms.read("shop", List.of(alarm("errors", "a")));
    clock.now = clock.now.plusSeconds(14);
    Map<String, AlarmState> both =
        alarms.read("shop", List.of(alarm("errors", "a"), alarm("latency", "b")));

    assertThat(first).containsOnlyKeys("errors");
    assertThat(both).containsOnlyKeys("errors", "latency").containsAllEntriesOf(first);
    assertThat(asked).containsExactly("shop/a", "shop/b");
  }

  @Test
  void anotherNamespaceOrBindingIsAnotherAlarmAndSoIsALaterTime() {
    alarms.read("shop", List.of(alarm("errors", "a")));
    alarms.read("yard", List.of(alarm("errors", "a")));
    alarms.read("shop", List.of(alarm("errors", "b")));
    clock.now = clock.now.plusSeconds(15);
    alarms.read("shop", List.of(alarm("errors", "a")));

    assertThat(asked).containsExactly("shop/a", "yard/a", "shop/b", "shop/a");
  }

  @Test
  void itForgetsWhatWasAskedForLongestAgo() {
    List<AlarmBinding> many =
        IntStream.rangeClosed(0, RecentAlarms.KEPT)
            .mapToObj(it -> alarm("a" + it, "a" + it))
            .toList();
    alarms.read("shop", many);
    asked.clear();

    alarms.read("shop", List.of(many.getLast(), many.getFirst()));

    assertThat(asked).containsExactly("shop/a0");
  }

  private Map<String, AlarmState> answer(String namespace, Collection<AlarmBinding> bindings) {
    bindings.forEach(it -> asked.add(namespace + "/" + it.expression()));
    return bindings.stream()
        .collect(
            Collectors.toMap(
                it -> String.valueOf(it.alarmName()), it -> AlarmState.of(asked.size() > 1)));
  }

  private static AlarmBinding alarm(String name, String expression) {
    return new AlarmBinding(name, expression, null);
  }

  private static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
