package dev.longshore.ecs.alarm;

/**
 * State of an alarm as CloudWatch names it.
 *
 * @param value what it is
 * @param note why nothing is known, with a remedy; else empty
 */
public record AlarmState(Value value, String note) {
  /** The three states of an alarm. */
  public enum Value {
    OK,
    ALARM,
    INSUFFICIENT_DATA
  }

  public static AlarmState of(boolean alarm) {
    return new AlarmState(alarm ? Value.ALARM : Value.OK, "");
  }

  public static AlarmState unknown(String why) {
    return new AlarmState(Value.INSUFFICIENT_DATA, why);
  }

  public boolean alarming() {
    return value == Value.ALARM;
  }
}
