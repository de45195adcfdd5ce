package dev.longshore.cli.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.longshore.core.Mappers;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A single value. Only what JSON would write so is a number: {@code 012345670123} and {@code 0x10}
 * stay what was written, and {@code 1.10} keeps its zero.
 */
final class YamlScalar {
  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9]\\d*)");
  private static final Pattern DECIMAL = Pattern.compile(INTEGER + "\\.\\d+");

  private YamlScalar() {}

  static JsonNode value(ScalarNode scalar) throws JsonProcessingException {
    String written = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return NullNode.getInstance();
    }
    if (tag.equals(Tag.BOOL)) {
      return BooleanNode.valueOf(Boolean.parseBoolean(written));
    }
    return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)
        ? number(written)
        : TextNode.valueOf(written);
  }

  private static JsonNode number(String written) throws JsonProcessingException {
    if (INTEGER.matcher(written).matches()) {
      return Mappers.json().readTree(written);
    }
    return DECIMAL.matcher(written).matches()
        ? DecimalNode.valueOf(new BigDecimal(written))
        : TextNode.valueOf(written);
  }
}
