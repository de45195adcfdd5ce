package dev.longshore.ecs.task;

import dev.longshore.api.ecs.v1.Bindings;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.ecs.capacityprovider.Placement;
import org.jspecify.annotations.Nullable;

/**
 * Everything a task refers to, found.
 *
 * @param cluster ECS name of the namespace's cluster
 * @param taskDefinition {@code family:revision}
 * @param definition that revision's content with the overrides
 * @param placement the one capacity provider that it goes to
 * @param bindings what AWS names mean in this namespace, if its cluster says so
 * @param restricted whether Pod Security restricted is in force
 */
record TaskInputs(
    String cluster,
    String taskDefinition,
    TaskDefinitionSpec definition,
    Placement placement,
    @Nullable Bindings bindings,
    boolean restricted) {}
