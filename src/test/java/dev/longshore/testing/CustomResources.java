package dev.longshore.testing;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Installs the checked-in definitions, as a user would with kubectl. */
public final class CustomResources {
  private static final Path DIRECTORY = Path.of("crds");

  private CustomResources() {}

  /** Applies all of them and waits until the API server serves their kinds. */
  public static void install(KubernetesClient client) {
    List<HasMetadata> definitions = all();
    definitions.forEach(it -> client.resource(it).forceConflicts().serverSideApply());
    definitions.forEach(
        it ->
            client.resource(it).waitUntilCondition(CustomResources::served, 30, TimeUnit.SECONDS));
  }

  /** The same, unless somebody did it before. */
  public static void ensure(KubernetesClient client) {
    boolean missing =
        client.apiextensions().v1().customResourceDefinitions().list().getItems().size()
            < all().size();
    if (missing) {
      install(client);
    }
  }

  private static List<HasMetadata> all() {
    return files().map(CustomResources::read).toList();
  }

  private static boolean served(HasMetadata definition) {
    return Serialization.asJson(definition).contains("\"Established\"");
  }

  private static Stream<Path> files() {
    try (Stream<Path> paths = Files.list(DIRECTORY)) {
      return paths.filter(path -> path.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HasMetadata read(Path file) {
    try {
      return Serialization.unmarshal(Files.readString(file), HasMetadata.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
