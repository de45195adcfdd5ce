package dev.longshore;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the build, from the jar's manifest, so that no second place has to be kept. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String built = Version.class.getPackage().getImplementationVersion();
    return new String[] {"longshore " + Objects.requireNonNullElse(built, "(not from a jar)")};
  }
}
