package dev.longshore.ecs.query;

/** What reading a cluster query gives: a tree, or the place where it stops making sense. */
public sealed interface ClusterQuery {
  /** A query that makes sense. */
  record Read(Expression expression) implements ClusterQuery {}

  /**
   * A query that does not.
   *
   * @param position the first character that cannot be, from 1
   * @param message what was expected there
   */
  record Malformed(int position, String message) implements ClusterQuery {
    @Override
    public String toString() {
      return "position " + position + ": " + message;
    }
  }

  /** Reads a query; whatever it holds, nothing is thrown. */
  static ClusterQuery parse(String text) {
    try {
      return new Read(new Parser(new Cursor(text)).whole());
    } catch (Cursor.Unexpected e) {
      return new Malformed(e.position(), e.getMessage());
    }
  }
}
