package dev.longshore.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;

/**
 * News that scroll by above a picture that is drawn over itself; without a terminal the news alone.
 */
final class LivePicture {
  private static final String UP_AND_CLEAR = "\u001b[%dA\u001b[J";

  private final PrintWriter out;
  private final boolean terminal;
  private final int width;
  private List<String> drawn = List.of();

  /**
   * One that nothing was drawn of yet.
   *
   * @param width of the terminal in characters; a longer line would take two and stay
   */
  LivePicture(PrintWriter out, boolean terminal, int width) {
    this.out = out;
    this.terminal = terminal;
    this.width = width;
  }

  /**
   * What it is now.
   *
   * @param picture asked for on a terminal only
   */
  void draw(List<String> news, Supplier<List<String>> picture) {
    List<String> cut = terminal ? picture.get().stream().map(this::cut).toList() : List.of();
    if (news.isEmpty() && cut.equals(drawn)) {
      return;
    }
    if (!drawn.isEmpty()) {
      out.printf(UP_AND_CLEAR, drawn.size());
    }
    news.forEach(out::println);
    cut.forEach(out::println);
    out.flush();
    drawn = cut;
  }

  private String cut(String line) {
    return line.length() < width ? line : line.substring(0, width - 1);
  }
}
