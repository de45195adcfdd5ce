/** The ECS service: deployments that roll within exact healthy percents, on stock Deployments. */
@NullMarked
package dev.longshore.ecs.service;

import org.jspecify.annotations.NullMarked;
