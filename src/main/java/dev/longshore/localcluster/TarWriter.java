package dev.longshore.localcluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes a POSIX ustar archive whose bytes depend on names and contents only. */
final class TarWriter implements AutoCloseable {
  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;

  private final OutputStream out;

  TarWriter(OutputStream out) {
    this.out = out;
  }

  void directory(String name, int mode) throws IOException {
    header(new Entry(name + "/", '5', mode, 0, ""));
  }

  void link(String name, String target) throws IOException {
    header(new Entry(name, '2', 0777, 0, target));
  }

  void file(String name, int mode, byte[] content) throws IOException {
    header(new Entry(name, '0', mode, content.length, ""));
    out.write(content);
    pad(content.length);
  }

  void file(String name, int mode, Path content) throws IOException {
    long size = Files.size(content);
    header(new Entry(name, '0', mode, size, ""));
    Files.copy(content, out);
    pad(size);
  }

  @Override
  public void close() throws IOException {
    out.write(new byte[2 * BLOCK]);
    out.close();
  }

  /** What a header tells; the type is one of ustar's digits. */
  private record Entry(String name, char type, int mode, long size, String target) {}

  private void header(Entry entry) throws IOException {
    byte[] block = new byte[BLOCK];
    int split = splitAt(entry.name());
    text(block, 0, entry.name().substring(split == 0 ? 0 : split + 1));
    text(block, 100, String.format("%07o", entry.mode()));
    text(block, 108, "0000000");
    text(block, 116, "0000000");
    text(block, 124, String.format("%011o", entry.size()));
    text(block, 136, "00000000000");
    Arrays.fill(block, 148, 156, (byte) ' ');
    block[156] = (byte) entry.type();
    text(block, 157, entry.target());
    text(block, 257, "ustar");
    text(block, 263, "00");
    text(block, 345, entry.name().substring(0, split));
    int sum = 0;
    for (byte value : block) {
      sum += value & 0xff;
    }
    text(block, 148, String.format("%06o", sum));
    block[154] = 0;
    out.write(block);
  }

  /** Long names are cut at a slash into a prefix and a name. */
  private static int splitAt(String name) {
    if (name.length() <= NAME_LENGTH) {
      return 0;
    }
    int split = name.indexOf('/', name.length() - NAME_LENGTH - 1);
    if (split <= 0 || split > 155) {
      throw new IllegalArgumentException("Too long for a tar archive: " + name);
    }
    return split;
  }

  private static void text(byte[] block, int offset, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, offset, bytes.length);
  }

  private void pad(long size) throws IOException {
    int rest = (int) (size % BLOCK);
    if (rest > 0) {
      out.write(new byte[BLOCK - rest]);
    }
  }
}
