package dev.longshore.testing;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.net.URI;
import java.util.List;

/**
 * Keeps objects of some types from the caches of an operator, as if their events were late: lists
 * and watches are empty, while a single object is read as it is.
 */
public final class Blindfold implements Interceptor {
  private static final String NOTHING = "labelSelector=no%3Done";

  private final List<String> types;

  /** For the types by their plural names, such as {@code jobs}. */
  public Blindfold(String... types) {
    this.types = List.of(types);
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    URI uri = request.uri();
    boolean hidden = types.stream().anyMatch(type -> uri.getPath().endsWith("/" + type));
    if (hidden && request.method().equals("GET")) {
      String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
      String others = query.replaceAll("labelSelector=[^&]*&?", "");
      builder.uri(
          URI.create(
              uri.toString().split("\\?", 2)[0]
                  + "?"
                  + NOTHING
                  + (others.isEmpty() ? "" : "&" + others)));
    }
  }
}
