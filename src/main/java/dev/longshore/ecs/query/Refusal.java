package dev.longshore.ecs.query;

/** The scheduler has nothing like it; it never leaves this package. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  Refusal(Expression.Comparison comparison, String reason) {
    this("position " + comparison.position() + ": " + comparison.subject() + " " + reason);
  }

  Refusal(String message) {
    super(message, null, false, false);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
