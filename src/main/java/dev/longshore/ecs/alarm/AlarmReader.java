package dev.longshore.ecs.alarm;

import dev.longshore.api.ecs.v1.AlarmBinding;
import java.util.Collection;
import java.util.Map;

/** Looks at what alarms are bound to; the one place where a deployment asks the world outside. */
public interface AlarmReader {

  /**
   * States by alarm name. It answers within seconds whatever does not: what cannot be read is
   * INSUFFICIENT_DATA.
   *
   * @param namespace where objects are looked for
   */
  Map<String, AlarmState> read(String namespace, Collection<AlarmBinding> alarms);
}
