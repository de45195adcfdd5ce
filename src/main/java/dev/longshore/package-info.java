/** Longshore: Amazon ECS semantics on Kubernetes. */
@NullMarked
package dev.longshore;

import org.jspecify.annotations.NullMarked;
