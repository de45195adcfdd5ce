/** ECS tasks that are run on their own: RunTask, StopTask and DescribeTasks. */
@NullMarked
package dev.longshore.ecs.task;

import org.jspecify.annotations.NullMarked;
