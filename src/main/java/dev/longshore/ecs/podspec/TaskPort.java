package dev.longshore.ecs.podspec;

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
    @Nullable String appProtocol) {}
