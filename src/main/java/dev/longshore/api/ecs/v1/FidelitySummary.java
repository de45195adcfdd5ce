package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How each field of a revision is honoured here, so that nothing is lost silently. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FidelitySummary(
    @JsonPropertyDescription("Fields with the same observable behaviour as in ECS.")
        @Nullable Integer exact,
    @JsonPropertyDescription("Fields with the same result by other means.")
        @Nullable Integer equivalent,
    @JsonPropertyDescription("Fields that work with a named difference.")
        @Nullable Integer approximated,
    @JsonPropertyDescription("Fields without effect here, harmless.") @Nullable Integer ignored,
    @JsonPropertyDescription("Fields that are refused.") @Nullable Integer rejected,
    @JsonPropertyDescription("Fields that the operator does not act on yet.")
        @Nullable Integer notImplemented,
    @JsonPropertyDescription("Every field that is not exact, with its class and a note.")
        List<FidelityItem> items) {

  public FidelitySummary {
    items = Copies.of(items);
  }
}
