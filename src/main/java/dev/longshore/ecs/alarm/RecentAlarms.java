package dev.longshore.ecs.alarm;

import dev.longshore.api.ecs.v1.AlarmBinding;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads each alarm once in a period, however many services ask and however often: a deployment
 * gives many events a second, and whoever answers may be slow.
 */
public final class RecentAlarms implements AlarmReader {
  /** States that are kept; the one that was asked for longest ago makes room. */
  static final int KEPT = 1_000;

  private final AlarmReader source;
  private final Clock clock;
  private final Duration period;
  private final Map<Key, Seen> seen = new LinkedHashMap<>(16, 0.75f, true);

  public RecentAlarms(AlarmReader source, Clock clock, Duration period) {
    this.source = source;
    this.clock = clock;
    this.period = period;
  }

  /** An alarm that is bound anew is another one. */
  private record Key(String namespace, AlarmBinding alarm) {}

  private record Seen(Instant at, AlarmState state) {}

  @Override
  public Map<String, AlarmState> read(String namespace, Collection<AlarmBinding> alarms) {
    Instant now = clock.instant();
    Map<String, AlarmState> states = new TreeMap<>();
    List<AlarmBinding> due = new ArrayList<>();
    for (AlarmBinding alarm : alarms) {
      known(new Key(namespace, alarm), now)
          .ifPresentOrElse(
              it -> states.put(String.valueOf(alarm.alarmName()), it), () -> due.add(alarm));
    }
    if (!due.isEmpty()) {
      Map<String, AlarmState> fresh = source.read(namespace, due);
      due.forEach(it -> keep(new Key(namespace, it), fresh, now));
      states.putAll(fresh);
    }
    return states;
  }

  private synchronized Optional<AlarmState> known(Key key, Instant now) {
    return Optional.ofNullable(seen.get(key))
        .filter(it -> now.isBefore(it.at().plus(period)))
        .map(Seen::state);
  }

  private synchronized void keep(Key key, Map<String, AlarmState> fresh, Instant now) {
    AlarmState state = fresh.get(String.valueOf(key.alarm().alarmName()));
    if (state != null) {
      seen.put(key, new Seen(now, state));
      if (seen.size() > KEPT) {
        seen.remove(seen.keySet().iterator().next());
      }
    }
  }
}
