package dev.longshore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What holds for every file that is kept, whatever it is written in. */
class RepositoryTest {
  private static final int MAX_LINES = 350;
  private static final int MAX_MEDIAN = 60;
  private static final int MAX_MOST = 200;
  private static final int MAX_DEPENDENCIES = 15;

  /** The home, scratch and work folders of some machine; a lone /tmp in a container is none. */
  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.$}/<-])/(work|root|Users|home/\\w+|tmp/\\w+)(/|\\b)");

  private static final Pattern REGISTRY =
      Pattern.compile(
          "repo1?\\.maven\\.(apache\\.)?org|registry\\.npmjs\\.org|proxy\\.golang\\.org|pypi\\.org/simple"
              + "|deb\\.debian\\.org");

  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#|mailto:)([^)#\\s]+)");

  @Test
  void noJavaFileIsLong() throws IOException {
    List<Path> java = Repository.files().filter(file -> file.toString().endsWith(".java")).toList();
    List<Integer> sizes = java.stream().map(RepositoryTest::lines).sorted().toList();

    assertThat(java).filteredOn(file -> lines(file) > MAX_LINES).isEmpty();
    assertThat(sizes.get(sizes.size() / 2)).as("median").isLessThanOrEqualTo(MAX_MEDIAN);
    assertThat(sizes.get(sizes.size() * 9 / 10)).as("nine of ten").isLessThanOrEqualTo(MAX_MOST);
  }

  @Test
  void nothingNamesAMachineOrARegistry() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file :
        Repository.files().filter(file -> !file.endsWith("RepositoryTest.java")).toList()) {
      String text = text(file);
      for (Pattern forbidden : List.of(MACHINE_PATH, REGISTRY)) {
        Matcher matcher = forbidden.matcher(text);
        if (matcher.find()) {
          found.add(file + ": " + matcher.group());
        }
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void linksBetweenDocumentsLeadSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    List<String> checked = new ArrayList<>();
    for (Path file : Repository.files().filter(file -> file.toString().endsWith(".md")).toList()) {
      Matcher link = LINK.matcher(text(file));
      while (link.find()) {
        checked.add(link.group(1));
        if (!Files.exists(file.resolveSibling(link.group(1)).normalize())) {
          broken.add(file + " -> " + link.group(1));
        }
      }
    }

    assertThat(checked).isNotEmpty();
    assertThat(broken).isEmpty();
  }

  @Test
  void theOperatorStandsOnFewLibraries() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String dependencies = pom.substring(pom.indexOf("</dependencyManagement>"));
    long compile =
        Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL)
            .matcher(dependencies)
            .results()
            .filter(dependency -> !dependency.group().contains("<scope>test</scope>"))
            .count();

    assertThat(compile).isBetween(1L, (long) MAX_DEPENDENCIES);
  }

  private static int lines(Path file) {
    return (int) text(file).lines().count();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      return ""; // not text
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
