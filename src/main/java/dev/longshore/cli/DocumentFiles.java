package dev.longshore.cli;

import dev.longshore.cli.documents.Document;
import dev.longshore.cli.documents.DocumentKind;
import dev.longshore.cli.documents.Documents;
import dev.longshore.cli.documents.UnreadableDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Documents for the verbs that go on to a cluster: what cannot be used ends the verb. */
final class DocumentFiles {
  private static final List<String> SUFFIXES = List.of(".json", ".yaml", ".yml");

  private DocumentFiles() {}

  /** The files themselves, and those below each directory that may hold documents, sorted. */
  static List<Path> below(List<Path> named) {
    return named.stream().flatMap(it -> Files.isDirectory(it) ? in(it) : Stream.of(it)).toList();
  }

  private static Stream<Path> in(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> found = all.filter(DocumentFiles::mayHoldDocuments).sorted().toList();
      if (found.isEmpty()) {
        throw new Refusal(Refusal.UNREADABLE, directory + ": holds no .json, .yaml or .yml file.");
      }
      return found.stream();
    } catch (IOException e) {
      throw new Refusal(
          Refusal.UNREADABLE, directory + ": cannot be read (" + e.getMessage() + ").");
    }
  }

  private static boolean mayHoldDocuments(Path file) {
    String name = file.toString();
    return Files.isRegularFile(file) && SUFFIXES.stream().anyMatch(name::endsWith);
  }

  /** All documents of the file, which must be of the kind that the verb is about. */
  static List<Document> read(Path file, DocumentKind kind) {
    List<Document> documents;
    try {
      documents = Documents.read(file);
    } catch (UnreadableDocument e) {
      throw new Refusal(Refusal.UNREADABLE, String.valueOf(e.getMessage()));
    }
    for (Document document : documents) {
      if (document.kind() != kind) {
        throw new Refusal(
            Refusal.UNREADABLE,
            "%s: holds a %s, and a %s was expected."
                .formatted(file, document.kind().word(), kind.word()));
      }
    }
    return documents;
  }
}
