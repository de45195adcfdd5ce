package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stranger who types the README's blocks, in order, into one shell in a fresh clone. */
class ReadmeIT {
  private static final Path CLONE = Path.of("target/readme").toAbsolutePath();
  private static final Pattern BLOCK =
      Pattern.compile("^```sh\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final int MINUTES = 10;

  @BeforeEach
  void freshClone() throws IOException {
    remove();
    for (Path file : Repository.files().toList()) {
      Path copy = CLONE.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
      copy.toFile().setExecutable(Files.isExecutable(file));
    }
  }

  @AfterEach
  void tidy() throws IOException, InterruptedException {
    bash("[ ! -d .home ] || ./longshore cluster down").waitFor(2, TimeUnit.MINUTES);
    remove();
  }

  @Test
  void theBlocksLeadFromNothingToAChangedImageRollingOut() throws Exception {
    List<String> blocks =
        BLOCK
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(it -> it.group(1))
            .toList();
    Path log = CLONE.resolve("readme.log");

    Process shell = bash("set -euxo pipefail\n" + String.join("\n", blocks));
    boolean ended = shell.waitFor(MINUTES, TimeUnit.MINUTES);

    assertThat(blocks).hasSizeGreaterThan(3);
    assertThat(ended).as("within %d minutes; %s", MINUTES, Files.readString(log)).isTrue();
    assertThat(shell.exitValue()).as(Files.readString(log)).isZero();
    assertThat(log)
        .content()
        .contains("web:1")
        .contains("web:2")
        .contains("has reached a steady state");
    theDemoLeavesAClusterOfOthersAlone(log);
    theDemoTellsItsStoryTwiceAndGoes(log);
  }

  /** The second time on the cluster and the namespace of the first. */
  private static void theDemoTellsItsStoryTwiceAndGoes(Path log) throws Exception {
    Process shell =
        bash(
            """
            set -eux
            export LONGSHORE_HOME=$PWD/.demo
            trap 'make down' EXIT
            make demo
            make demo
            make down
            trap - EXIT
            [ ! -e .demo ]
            """);

    assertThat(shell.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(shell.exitValue()).as(Files.readString(log)).isZero();
  }

  /** For the demo, the cluster in the folder of the README is one that somebody else runs. */
  private static void theDemoLeavesAClusterOfOthersAlone(Path log) throws Exception {
    Process shell =
        bash(
            """
            set -eux
            ./longshore cluster up
            theirs=$(./longshore cluster kubeconfig)
            kubectl --kubeconfig "$theirs" create namespace demo
            export LONGSHORE_HOME=$PWD/.other
            ./longshore cluster up --kubeconfig "$theirs"
            if make demo; then exit 1; fi
            [ "$(kubectl --kubeconfig "$theirs" get namespace demo -o 'jsonpath={.status.phase}')" = Active ]
            ./longshore cluster down
            kubectl --kubeconfig "$theirs" get namespace demo
            """);

    assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(shell.exitValue()).as(Files.readString(log)).isZero();
    assertThat(log).content().contains("changes a cluster of its own only");
  }

  private static Process bash(String script) throws IOException {
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", script).directory(CLONE.toFile());
    shell.environment().put("LONGSHORE_HOME", CLONE.resolve(".home").toString());
    shell.environment().put("LONGSHORE_PORT", "0");
    return shell
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(CLONE.resolve("readme.log").toFile()))
        .start();
  }

  private static void remove() throws IOException {
    if (Files.exists(CLONE)) {
      try (Stream<Path> files = Files.walk(CLONE)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
