/**
 * The Pod Security Standards, judged before a pod is made: a pure copy of what admission checks.
 */
@NullMarked
package dev.longshore.ecs.podsecurity;

import org.jspecify.annotations.NullMarked;
