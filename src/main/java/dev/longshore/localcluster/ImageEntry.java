package dev.longshore.localcluster;

import java.nio.file.Path;

/** One thing in the file system of an image. */
sealed interface ImageEntry {
  String path();

  record File(String path, Path source, int mode) implements ImageEntry {}

  record Link(String path, String target) implements ImageEntry {}

  record Directory(String path, int mode) implements ImageEntry {}
}
