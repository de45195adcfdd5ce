package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.longshore.api.ecs.v1.TaskDefinitionSpec;
import dev.longshore.api.ecs.v1.Volume;
import dev.longshore.core.Mappers;
import dev.longshore.core.Problem;
import dev.longshore.ecs.fidelity.FieldRule;
import dev.longshore.ecs.fidelity.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * {@code volumeConfigurations} of CreateService and RunTask: what is said of the volumes that are
 * configuredAtLaunch. The two operations have a shape each, with the same members.
 *
 * @param tree the list, in the API's spelling
 */
public record VolumeConfigurations(JsonNode tree) {
  static final String PATH = "volumeConfigurations";
  private static final String INVALID = "InvalidParameterException";

  /** Those of a request, whichever operation's they are. */
  public static VolumeConfigurations of(List<?> configurations) {
    return new VolumeConfigurations(Mappers.json().valueToTree(configurations));
  }

  /** What becomes of each member that both operations have. */
  public static List<FieldRule> fields() {
    return RuleTable.of("VolumeConfigurations");
  }

  /** The volumes as a task gets them. */
  public List<LaunchVolume> launched() {
    List<LaunchVolume> volumes = new ArrayList<>();
    for (JsonNode volume : tree) {
      JsonNode ebs = volume.path("managedEBSVolume");
      if (volume.hasNonNull("name") && ebs.isObject()) {
        volumes.add(
            new LaunchVolume(
                volume.get("name").asText(),
                ebs.hasNonNull("sizeInGiB") ? ebs.get("sizeInGiB").asInt() : null,
                text(ebs, "volumeType"),
                text(ebs, "snapshotId")));
      }
    }
    return volumes;
  }

  /** What ECS refuses of the list itself. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      String path = PATH + "[" + i + "].managedEBSVolume";
      problems.addAll(ManagedVolume.of(path, tree.get(i).path("managedEBSVolume")).problems());
    }
    return problems;
  }

  /** Names that are no volume of the definition, or none that is left to the request. */
  public List<Problem> strangers(TaskDefinitionSpec definition) {
    List<String> open = open(definition).toList();
    return names()
        .filter(name -> !open.contains(name))
        .map(
            name -> problem(name, "is not a volume of the task definition with configuredAtLaunch"))
        .toList();
  }

  /** Volumes that the definition leaves to the request, which says nothing of them. */
  public List<Problem> missing(TaskDefinitionSpec definition) {
    List<String> given = names().toList();
    return open(definition)
        .filter(name -> !given.contains(name))
        .map(name -> problem(name, "is configured at launch; say its size"))
        .toList();
  }

  private Stream<String> names() {
    return StreamSupport.stream(tree.spliterator(), false)
        .map(volume -> text(volume, "name"))
        .flatMap(Stream::ofNullable);
  }

  private static Stream<String> open(TaskDefinitionSpec definition) {
    return definition.volumes().stream()
        .filter(it -> Boolean.TRUE.equals(it.configuredAtLaunch()))
        .map(Volume::name)
        .flatMap(Stream::ofNullable);
  }

  private static Problem problem(String name, String wrong) {
    return new Problem(INVALID, "%s: %s %s.".formatted(PATH, name, wrong));
  }

  static @Nullable String text(JsonNode node, String member) {
    return Optional.of(node.path(member))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .orElse(null);
  }
}
