package dev.longshore.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.longshore.cli.documents.RunRequest;
import dev.longshore.core.Mappers;
import dev.longshore.core.Names;
import dev.longshore.ecs.capacityprovider.Distribution;
import dev.longshore.ecs.capacityprovider.Distribution.Share;
import dev.longshore.ecs.taskdefinition.TaskDefinitionReference;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the objects of one request of RunTask: as many as it counts, spread over its strategy. */
final class TaskRequests {
  /** RunTask.count at most. */
  static final int MOST = 10;

  /** Characters that tell the tasks of a family apart. */
  private static final int RANDOM = 8;

  private TaskRequests() {}

  /**
   * How many tasks a request asks for.
   *
   * @param asked on the command line; none for the request's own
   * @param most ECS's limit, or another
   */
  static int count(RunRequest request, @Nullable BigInteger asked, int most) {
    BigInteger tasks =
        asked != null ? asked : BigInteger.valueOf(request.spec().path("count").asInt(1));
    if (tasks.signum() < 1 || tasks.compareTo(BigInteger.valueOf(most)) > 0) {
      throw new Refusal(
          Refusal.REFUSED, "count: %d must be between 1 and %d.".formatted(tasks, most));
    }
    return tasks.intValueExact();
  }

  /** The custom resources. */
  static List<ObjectNode> expand(RunRequest request, int tasks, Optional<ClientToken> token) {
    List<JsonNode> strategies = strategies(request.spec().path("capacityProviderStrategy"), tasks);
    String start = token.map(ClientToken::name).orElseGet(() -> start(request));
    List<ObjectNode> objects = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      ObjectNode spec = request.spec().deepCopy();
      spec.remove(List.of("count", "clientToken"));
      if (!strategies.isEmpty()) {
        spec.set("capacityProviderStrategy", strategies.get(i));
      }
      ObjectNode object = Mappers.json().createObjectNode();
      object.put("apiVersion", "ecs.longshore.dev/v1").put("kind", "Task");
      ObjectNode metadata = object.putObject("metadata");
      metadata.put("name", tasks == 1 ? start : Names.dnsLabel(start, "" + i));
      token.ifPresent(it -> it.mark(metadata));
      object.set("spec", spec);
      objects.add(object);
    }
    return objects;
  }

  private static String start(RunRequest request) {
    if (!request.objectName().isEmpty()) {
      return request.objectName();
    }
    String reference = request.spec().path("taskDefinition").asText();
    String family = TaskDefinitionReference.parse(reference).family();
    return Names.dnsLabel(family, UUID.randomUUID().toString().substring(0, RANDOM));
  }

  /** For each task the one provider that it goes to; none when there is nothing to split. */
  private static List<JsonNode> strategies(JsonNode strategy, int tasks) {
    if (strategy.size() < 2 || tasks == 1) {
      return List.of();
    }
    List<Share> shares = new ArrayList<>();
    strategy.forEach(
        it ->
            shares.add(
                new Share(
                    it.path("capacityProvider").asText(),
                    it.path("base").asInt(),
                    it.path("weight").asInt())));
    List<Integer> counts = Distribution.of(tasks, shares);
    List<JsonNode> each = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      for (int n = 0; n < counts.get(i); n++) {
        ArrayNode one = Mappers.json().createArrayNode();
        one.addObject().put("capacityProvider", shares.get(i).provider()).put("weight", 1);
        each.add(one);
      }
    }
    return each;
  }
}
