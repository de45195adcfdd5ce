package dev.longshore.cli;

import dev.longshore.localcluster.LocalCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The real node reaches no registry, so what it runs is brought to it. */
@Command(
    name = "load",
    description = "Bring an image to the real node, as if it had been pulled.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:pods may name the image, with imagePullPolicy IfNotPresent",
      "1:it could not be loaded, or the cluster has no real node",
      "2:not a command line of this verb"
    })
final class ClusterLoadCommand extends ClusterVerb {
  @Parameters(
      paramLabel = "ARCHIVE",
      description = "What docker save, podman save or make image wrote.")
  @SuppressWarnings("NullAway.Init")
  Path archive;

  @Override
  int run() {
    if (!Files.isRegularFile(archive)) {
      progress(archive + ": there is no such file; `docker save IMAGE -o FILE` writes one.");
      return 1;
    }
    new LocalCluster(location.options(), this::progress).importArchive(archive.toAbsolutePath());
    print("Loaded " + archive);
    return 0;
  }
}
