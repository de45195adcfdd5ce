package dev.longshore.cli.documents;

/** A file that holds nothing to judge; the message is one sentence that begins with the file. */
public final class UnreadableDocument extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableDocument(String message) {
    super(message);
  }
}
