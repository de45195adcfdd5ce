package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Wire values of the ECS API enumeration {@code ResourceType}, for the schema only. */
public enum ResourceType {
  GPU,
  @JsonProperty("InferenceAccelerator")
  INFERENCE_ACCELERATOR,
  @JsonProperty("NeuronDevice")
  NEURON_DEVICE
}
