package dev.longshore;

/** The one entry point: every verb of the command line and the operator start here. */
public final class Longshore {
  private Longshore() {}

  public static void main(String[] args) {
    System.out.println("longshore " + String.join(" ", args));
  }
}
