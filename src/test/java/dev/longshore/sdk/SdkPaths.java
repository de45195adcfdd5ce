package dev.longshore.sdk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.ecs.model.CreateCapacityProviderRequest;
import software.amazon.awssdk.services.ecs.model.CreateClusterRequest;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/**
 * Inventory of the request members in the AWS SDK, by operation: each member once, intermediate
 * ones too, lists as {@code containerDefinitions[].name}, maps by their own name.
 */
public final class SdkPaths {
  private SdkPaths() {}

  /** Operation name to the paths of its request, in the SDK's order. */
  public static SortedMap<String, List<String>> byOperation() {
    SortedMap<String, List<String>> paths = new TreeMap<>();
    paths.put("RegisterTaskDefinition", of(RegisterTaskDefinitionRequest.builder().build()));
    paths.put("CreateService", of(CreateServiceRequest.builder().build()));
    paths.put("UpdateService", of(UpdateServiceRequest.builder().build()));
    paths.put("CreateCluster", of(CreateClusterRequest.builder().build()));
    paths.put("RunTask", of(RunTaskRequest.builder().build()));
    paths.put("CreateCapacityProvider", of(CreateCapacityProviderRequest.builder().build()));
    return paths;
  }

  public static List<String> of(SdkPojo request) {
    List<String> paths = new ArrayList<>();
    collect(request, "", Set.of(), paths);
    return List.copyOf(paths);
  }

  private static void collect(SdkPojo shape, String prefix, Set<Class<?>> above, List<String> to) {
    Set<Class<?>> inside = new HashSet<>(above);
    inside.add(shape.getClass());
    for (SdkField<?> field : shape.sdkFields()) {
      String path = prefix + field.locationName();
      to.add(path);
      SdkField<?> list = element(field);
      SdkField<?> member = list == null ? field : list;
      if (member.marshallingType() == MarshallingType.SDK_POJO) {
        SdkPojo nested = member.constructor().get();
        // a shape that holds itself is listed once
        if (!inside.contains(nested.getClass())) {
          collect(nested, path + (list == null ? "." : "[]."), inside, to);
        }
      }
    }
  }

  private static SdkField<?> element(SdkField<?> field) {
    ListTrait trait = field.getTrait(ListTrait.class);
    return trait == null ? null : trait.memberFieldInfo();
  }
}
