package dev.longshore.ecs.taskdefinition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.ecs.taskdefinition.Definition.Container;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Family, container, volume and port names, uniqueness, and what variables may be called. */
final class NameChecks implements Check {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,255}");
  private static final Pattern PORT_NAME = Pattern.compile("[a-z0-9_][a-z0-9_-]{0,63}");

  private static final int IMAGE = 255;

  private static final Pattern VARIABLE = Pattern.compile("[\\x20-\\x7E&&[^=]]+");

  @Override
  public List<ValidationError> check(ObjectNode definition) {
    List<ValidationError> errors = new ArrayList<>();
    name("family", "Family", definition.path("family"), errors);
    Set<String> containers = new HashSet<>();
    for (Container container : Definition.containers(definition)) {
      container(container, containers, errors);
    }
    Set<String> volumes = new HashSet<>();
    JsonNode list = definition.path("volumes");
    for (int i = 0; i < list.size(); i++) {
      String path = "volumes[" + i + "].name";
      name(path, "Volume name", list.get(i).path("name"), errors);
      repeated(path, "Volume name", list.get(i).path("name").asText(), volumes)
          .ifPresent(errors::add);
    }
    return errors;
  }

  private static void container(
      Container container, Set<String> names, List<ValidationError> errors) {
    String path = container.path() + ".name";
    name(path, "Container name", container.node().path("name"), errors);
    repeated(path, "Container name", container.name(), names).ifPresent(errors::add);
    String image = container.node().path("image").asText();
    String tagged = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
    if (tagged.length() > IMAGE) {
      errors.add(
          container.error("image", "Container.image is longer than " + IMAGE + " characters."));
    }
    ports(container, errors);
    variables(container, errors);
  }

  private static void ports(Container container, List<ValidationError> errors) {
    JsonNode ports = container.node().path("portMappings");
    for (int i = 0; i < ports.size(); i++) {
      JsonNode name = ports.get(i).path("name");
      if (name.isTextual() && !PORT_NAME.matcher(name.asText()).matches()) {
        errors.add(
            container.error(
                "portMappings[" + i + "].name",
                "Port mapping name '"
                    + name.asText()
                    + "' is invalid. Up to 64 lower-case letters, numbers, underscores and hyphens"
                    + " are allowed, and it must not start with a hyphen."));
      }
    }
  }

  private static void variables(Container container, List<ValidationError> errors) {
    Stream.of("environment", "secrets")
        .flatMap(member -> illegal(container, member))
        .forEach(errors::add);
    Set<String> names = new HashSet<>();
    container.node().path("environment").forEach(pair -> names.add(pair.path("name").asText()));
    JsonNode secrets = container.node().path("secrets");
    for (int i = 0; i < secrets.size(); i++) {
      String name = secrets.get(i).path("name").asText();
      if (!names.add(name)) {
        errors.add(
            container.error(
                "secrets[" + i + "].name",
                "The secret name must be unique and not shared with any new or existing"
                    + " environment variables set on the container, such as '"
                    + name
                    + "'."));
      }
    }
  }

  private static Stream<ValidationError> illegal(Container container, String member) {
    JsonNode pairs = container.node().path(member);
    return IntStream.range(0, pairs.size())
        .filter(i -> pairs.get(i).path("name").isTextual())
        .filter(i -> !VARIABLE.matcher(pairs.get(i).path("name").asText()).matches())
        .mapToObj(
            i ->
                container.error(
                    "%s[%d].name".formatted(member, i),
                    "'%s' cannot be the name of a variable here: Kubernetes takes printable ASCII characters other than =. Rename it."
                        .formatted(pairs.get(i).path("name").asText())));
  }

  private static void name(String path, String what, JsonNode name, List<ValidationError> errors) {
    if (name.isTextual() && !NAME.matcher(name.asText()).matches()) {
      errors.add(
          new ValidationError(
              path,
              what
                  + " '"
                  + name.asText()
                  + "' is invalid. Up to 255 letters (uppercase and lowercase), numbers, hyphens,"
                  + " and underscores are allowed."));
    }
  }

  private static Optional<ValidationError> repeated(
      String path, String what, String name, Set<String> seen) {
    return seen.add(name)
        ? Optional.empty()
        : Optional.of(new ValidationError(path, what + " '" + name + "' is used more than once."));
  }
}
