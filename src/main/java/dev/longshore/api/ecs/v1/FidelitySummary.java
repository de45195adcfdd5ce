package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code FidelitySummary}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FidelitySummary(
    @Nullable Integer exact,
    @Nullable Integer equivalent,
    @Nullable Integer approximated,
    @Nullable Integer ignored,
    @Nullable Integer rejected,
    @Nullable Integer notImplemented,
    List<FidelityItem> items) {

  public FidelitySummary {
    items = Copies.of(items);
  }
}
