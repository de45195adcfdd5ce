package dev.longshore.api;

import dev.longshore.api.ecs.v1.CapacityProvider;
import dev.longshore.api.ecs.v1.Cluster;
import dev.longshore.api.ecs.v1.Service;
import dev.longshore.api.ecs.v1.Task;
import dev.longshore.api.ecs.v1.TaskDefinition;
import dev.longshore.api.ecs.v1.TaskDefinitionRevision;
import io.fabric8.crdv2.generator.CRDGenerationInfo;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Generates the custom resource definitions from the records, as file name to YAML text. */
final class Crds {
  private static final List<Class<? extends HasMetadata>> KINDS =
      List.of(
          Cluster.class,
          TaskDefinition.class,
          TaskDefinitionRevision.class,
          Service.class,
          Task.class,
          CapacityProvider.class);

  private Crds() {}

  static Map<String, String> generate(Path directory) throws IOException {
    Files.createDirectories(directory);
    CRDGenerationInfo info =
        new CRDGenerator()
            .customResourceClasses(KINDS)
            .forCRDVersions("v1")
            .withMinQuotes(true)
            .withPostProcessor(new SchemaDetails(kinds()))
            .inOutputDir(directory.toFile())
            .detailedGenerate();
    Map<String, String> texts = new TreeMap<>();
    info.getCRDDetailsPerNameAndVersion()
        .forEach(
            (name, versions) -> texts.put(name + ".yaml", read(versions.get("v1").getFilePath())));
    return texts;
  }

  static Map<String, Class<?>> kinds() {
    return KINDS.stream().collect(Collectors.toMap(Class::getSimpleName, kind -> kind));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
