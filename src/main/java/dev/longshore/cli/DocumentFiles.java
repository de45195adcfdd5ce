package dev.longshore.cli;

import dev.longshore.cli.documents.Document;
import dev.longshore.cli.documents.DocumentKind;
import dev.longshore.cli.documents.Documents;
import dev.longshore.cli.documents.UnreadableDocument;
import java.nio.file.Path;
import java.util.List;

/** Documents for the verbs that go on to a cluster: what cannot be used ends the verb. */
final class DocumentFiles {
  static final int UNREADABLE = 2;

  private DocumentFiles() {}

  /** All documents of the file, which must be of the kind that the verb is about. */
  static List<Document> read(Path file, DocumentKind kind) {
    List<Document> documents;
    try {
      documents = Documents.read(file);
    } catch (UnreadableDocument e) {
      throw new Refusal(UNREADABLE, String.valueOf(e.getMessage()));
    }
    for (Document document : documents) {
      if (document.kind() != kind) {
        throw new Refusal(
            UNREADABLE,
            "%s: holds a %s, and a %s was expected."
                .formatted(file, document.kind().word(), kind.word()));
      }
    }
    return documents;
  }
}
