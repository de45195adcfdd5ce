package dev.longshore.cli.documents;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.ContentReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** YAML 1.2 as JSON values, with aliases and merge keys resolved. */
public final class YamlTree {
  /** More values than any document has, so that aliases of aliases fill no memory. */
  private static final int MOST = 100_000;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setSchema(new CoreSchema()).setMaxAliasesForCollections(1000).build();

  private int values;

  private YamlTree() {}

  /** The values of all documents that are not empty. */
  public static List<JsonNode> all(String text) throws JsonProcessingException {
    List<JsonNode> all = new ArrayList<>();
    try {
      for (Node document : new Compose(SETTINGS).composeAllFromString(text)) {
        JsonNode value = new YamlTree().value(document);
        if (!value.isNull()) {
          all.add(value);
        }
      }
    } catch (MarkedYamlEngineException e) {
      throw refusal(e.getProblem(), e.getProblemMark());
    } catch (YamlEngineException e) {
      throw refusal(String.valueOf(e.getMessage()), Optional.empty());
    }
    return all;
  }

  private static JsonProcessingException refusal(String problem, Optional<Mark> at) {
    JsonLocation place =
        at.map(
                it ->
                    new JsonLocation(
                        ContentReference.unknown(), -1, it.getLine() + 1, it.getColumn() + 1))
            .orElse(null);
    return new JsonParseException(null, problem, place);
  }

  private JsonNode value(Node node) throws JsonProcessingException {
    values++;
    if (values > MOST) {
      throw refusal("the document has more than " + MOST + " values", node.getStartMark());
    }
    if (node.isRecursive()) {
      throw refusal("an alias within what it names", node.getStartMark());
    }
    return switch (node) {
      case MappingNode mapping -> object(mapping);
      case SequenceNode sequence -> array(sequence);
      case ScalarNode scalar -> YamlScalar.value(scalar);
      default -> throw refusal("no YAML value", node.getStartMark());
    };
  }

  private ObjectNode object(MappingNode mapping) throws JsonProcessingException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple member : mapping.getValue()) {
      if (!(member.getKeyNode() instanceof ScalarNode name)) {
        throw refusal(
            "the name of a member is no scalar value", member.getKeyNode().getStartMark());
      }
      if (object.has(name.getValue())) {
        throw refusal("Duplicate field '" + name.getValue() + "'", name.getStartMark());
      }
      object.set(name.getValue(), value(member.getValueNode()));
    }
    return object;
  }

  private ArrayNode array(SequenceNode sequence) throws JsonProcessingException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Node element : sequence.getValue()) {
      array.add(value(element));
    }
    return array;
  }
}
