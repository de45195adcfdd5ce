package dev.longshore.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows under aligned headings, as text.
 *
 * @param headings ECS's member names as words
 * @param rows one cell for each heading
 */
record Table(List<String> headings, List<List<String>> rows) {
  private static final String GAP = "   ";

  Table {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  List<String> lines() {
    List<List<String>> all = new ArrayList<>(rows);
    all.addFirst(headings);
    return all.stream().map(this::line).toList();
  }

  private String line(List<String> cells) {
    return IntStream.range(0, cells.size())
        .mapToObj(column -> padded(cells.get(column), width(column)))
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  private int width(int column) {
    return Math.max(
        headings.get(column).length(),
        rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }
}
