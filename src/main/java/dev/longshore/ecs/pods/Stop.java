package dev.longshore.ecs.pods;

/**
 * Why a task stops (API members {@code stopCode} and {@code stoppedReason}).
 *
 * @param code one of ECS's stop codes
 * @param reason for people
 */
public record Stop(String code, String reason) {
  public static final String FAILED_TO_START = "TaskFailedToStart";
  public static final String ESSENTIAL_EXITED = "EssentialContainerExited";
  public static final String USER = "UserInitiated";
  public static final String SCHEDULER = "ServiceSchedulerInitiated";
  public static final String SPOT = "SpotInterruption";
  public static final String NOTICE = "TerminationNotice";
  public static final String HOST = "InfrastructureHealth";
}
