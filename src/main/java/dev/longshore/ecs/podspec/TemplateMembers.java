package dev.longshore.ecs.podspec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Optional;

/**
 * Finds members that no pod has: the client's model keeps them, and the API server refuses them.
 */
final class TemplateMembers {
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .annotationIntrospector(new NoRest())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private TemplateMembers() {}

  /** Path of the first unknown member, {@code spec.toleration}. */
  static Optional<String> unknown(JsonNode template) {
    try {
      STRICT.treeToValue(template, PodTemplateSpec.class);
      return Optional.empty();
    } catch (UnrecognizedPropertyException e) {
      return Optional.of(path(e.getPath()));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static String path(List<JsonMappingException.Reference> steps) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference step : steps) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  /** Without the place where the model keeps what it does not know. */
  private static final class NoRest extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return false;
    }
  }
}
