package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Schema values of {@code type} in {@code ResourceRequirement}; the record keeps a string, so that
 * a newer value stays readable.
 */
public enum ResourceType {
  GPU,
  @JsonProperty("InferenceAccelerator")
  INFERENCE_ACCELERATOR,
  @JsonProperty("NeuronDevice")
  NEURON_DEVICE
}
