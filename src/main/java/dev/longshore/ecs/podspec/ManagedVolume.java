package dev.longshore.ecs.podspec;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.core.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Limits of {@code managedEBSVolume} that depend on its volumeType: sizes in GiB, iops in
 * operations a second, throughput in MiB a second.
 */
record ManagedVolume(String path, JsonNode ebs, String type) {
  private static final String INVALID = "InvalidParameterException";

  /** Smallest and largest, both allowed. */
  private record Range(int least, int most) {
    boolean holds(int value) {
      return value >= least && value <= most;
    }
  }

  private static final Map<String, Range> SIZES =
      Map.of(
          "gp2", new Range(1, 16384),
          "gp3", new Range(1, 16384),
          "io1", new Range(4, 16384),
          "io2", new Range(4, 16384),
          "st1", new Range(125, 16384),
          "sc1", new Range(125, 16384),
          "standard", new Range(1, 1024));

  private static final Map<String, Range> OPERATIONS =
      Map.of(
          "gp3", new Range(3000, 16000),
          "io1", new Range(100, 64000),
          "io2", new Range(100, 256000));

  static ManagedVolume of(String path, JsonNode ebs) {
    return new ManagedVolume(
        path, ebs, requireNonNullElse(VolumeConfigurations.text(ebs, "volumeType"), "gp3"));
  }

  List<Problem> problems() {
    if (!ebs.isObject()) {
      return List.of();
    }
    Range sizes = SIZES.get(type);
    if (sizes == null) {
      return List.of(
          problem(
              "volumeType",
              "'%s' is not a type of volume; use gp2, gp3, io1, io2, st1, sc1" + " or standard",
              type));
    }
    return Stream.of(source(), size(sizes), operations(), throughput(), initialization())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Problem> source() {
    return ebs.hasNonNull("sizeInGiB") || ebs.hasNonNull("snapshotId")
        ? Optional.empty()
        : Optional.of(problem("sizeInGiB", "give this or snapshotId"));
  }

  private Optional<Problem> size(Range sizes) {
    return outside("sizeInGiB", sizes);
  }

  private Optional<Problem> operations() {
    Range range = OPERATIONS.get(type);
    boolean given = ebs.hasNonNull("iops");
    if (range == null) {
      return given
          ? Optional.of(problem("iops", "%s volumes have no setting for it; remove it", type))
          : Optional.empty();
    }
    return !given && !type.equals("gp3")
        ? Optional.of(problem("iops", "%s volumes need it", type))
        : outside("iops", range);
  }

  private Optional<Problem> throughput() {
    return ebs.hasNonNull("throughput") && !type.equals("gp3")
        ? Optional.of(problem("throughput", "only gp3 volumes have it, not %s; remove it", type))
        : Optional.empty();
  }

  private Optional<Problem> initialization() {
    return ebs.hasNonNull("volumeInitializationRate") && !ebs.hasNonNull("snapshotId")
        ? Optional.of(
            problem(
                "volumeInitializationRate", "needs a snapshotId to load; remove it or give one"))
        : Optional.empty();
  }

  private Optional<Problem> outside(String member, Range range) {
    return ebs.hasNonNull(member) && !range.holds(ebs.get(member).asInt())
        ? Optional.of(
            problem(
                member,
                "%d is not between %d and %d, the limits of %s",
                ebs.get(member).asInt(),
                range.least(),
                range.most(),
                type))
        : Optional.empty();
  }

  private Problem problem(String member, String wrong, Object... values) {
    return new Problem(INVALID, "%s.%s: %s.".formatted(path, member, wrong.formatted(values)));
  }
}
