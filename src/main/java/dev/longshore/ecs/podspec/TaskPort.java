package dev.longshore.ecs.podspec;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One port of a task, as a core Service needs it.
 *
 * @param container the pod's name of the container
 * @param port PortMapping.containerPort, or one of containerPortRange
 * @param protocol {@code TCP} or {@code UDP}
 * @param name PortMapping.name
 * @param appProtocol the value for ServicePort.appProtocol
 */
public record TaskPort(
    String container,
    int port,
    String protocol,
    @Nullable String name,
    @Nullable String appProtocol) {

  /** Name of the container's port, the same in every revision that has it: {@code tcp-8080}. */
  public String plainName() {
    return protocol.toLowerCase(Locale.ROOT) + "-" + port;
  }
}
