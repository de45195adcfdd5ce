/** Deployment alarms: what an alarm's name means in a namespace, and the state it is in. */
@NullMarked
package dev.longshore.ecs.alarm;

import org.jspecify.annotations.NullMarked;
