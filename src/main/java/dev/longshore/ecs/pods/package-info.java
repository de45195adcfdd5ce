/** What Kubernetes says of a pod, in the words that ECS has for a task. */
@NullMarked
package dev.longshore.ecs.pods;

import org.jspecify.annotations.NullMarked;
