package dev.longshore.cli;

import java.util.ArrayList;
import java.util.List;

/** A line of text and what hangs below it. */
record Branch(String text, List<Branch> children) {
  Branch {
    children = List.copyOf(children);
  }

  static Branch leaf(String text) {
    return new Branch(text, List.of());
  }

  /** The strokes of a drawing: what a terminal shows well, and what survives in any file. */
  enum Strokes {
    UNICODE("├─ ", "└─ ", "│  "),
    ASCII("|-- ", "`-- ", "|   ");

    private final String middle;
    private final String last;
    private final String past;

    Strokes(String middle, String last, String past) {
      this.middle = middle;
      this.last = last;
      this.past = past;
    }
  }

  List<String> lines(Strokes strokes) {
    List<String> lines = new ArrayList<>();
    lines.add(text);
    for (Branch child : children) {
      boolean isLast = child == children.getLast();
      String indent = isLast ? " ".repeat(strokes.past.length()) : strokes.past;
      List<String> below = child.lines(strokes);
      lines.add((isLast ? strokes.last : strokes.middle) + below.getFirst());
      below.stream().skip(1).forEach(line -> lines.add(indent + line));
    }
    return lines;
  }
}
