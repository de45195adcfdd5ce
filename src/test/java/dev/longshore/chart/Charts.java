package dev.longshore.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Renders the chart as Helm does, for a release named as the documentation names it. */
public final class Charts {
  public static final Path CHART = Path.of("helm/longshore");
  static final String NAMESPACE = "longshore-system";

  private Charts() {}

  static String render(Map<String, Object> values) {
    TemplateCommand template =
        new Helm(CHART)
            .template()
            .withName("longshore")
            .withNamespace(NAMESPACE)
            .withKubeVersion("1.36.0");
    values.forEach(template::set);
    return template.call();
  }

  /** Its objects with some values set. */
  public static List<HasMetadata> objects(Map<String, Object> values) {
    return Arrays.stream(render(values).split("(?m)^---$"))
        .filter(document -> document.contains("kind:"))
        .map(document -> Serialization.<HasMetadata>unmarshal(document))
        .toList();
  }

  static <T extends HasMetadata> Stream<T> of(Class<T> kind, Map<String, Object> values) {
    return objects(values).stream().filter(kind::isInstance).map(kind::cast);
  }
}
