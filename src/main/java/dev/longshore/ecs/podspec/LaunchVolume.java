package dev.longshore.ecs.podspec;

import org.jspecify.annotations.Nullable;

/**
 * What a service or RunTask says of a volume that is configuredAtLaunch, from managedEBSVolume.
 *
 * @param name Volume.name
 * @param sizeInGiB absent when the snapshot gives the size
 * @param volumeType {@code gp3} and the like; bound to a storage class or left to the default one
 * @param snapshotId the snapshot the volume starts from
 */
public record LaunchVolume(
    String name,
    @Nullable Integer sizeInGiB,
    @Nullable String volumeType,
    @Nullable String snapshotId) {}
