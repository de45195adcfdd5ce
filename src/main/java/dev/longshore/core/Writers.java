package dev.longshore.core;

/** All that a controller may change the cluster with. */
public record Writers(Actions actions, Applier applier, StatusWriter status, Events events) {}
