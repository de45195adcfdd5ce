package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ECS API shape {@code InstanceRequirementsRequest}. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InstanceRequirementsRequest(
    @Nullable VCpuCountRangeRequest vCpuCount,
    @Nullable MemoryMiBRequest memoryMiB,
    @SchemaFrom(type = CpuManufacturer[].class) List<String> cpuManufacturers,
    @Nullable MemoryGiBPerVCpuRequest memoryGiBPerVCpu,
    List<String> excludedInstanceTypes,
    @SchemaFrom(type = InstanceGeneration[].class) List<String> instanceGenerations,
    @Nullable Integer spotMaxPricePercentageOverLowestPrice,
    @Nullable Integer onDemandMaxPricePercentageOverLowestPrice,
    @SchemaFrom(type = BareMetal.class) @Nullable String bareMetal,
    @SchemaFrom(type = BurstablePerformance.class) @Nullable String burstablePerformance,
    @Nullable Boolean requireHibernateSupport,
    @Nullable NetworkInterfaceCountRequest networkInterfaceCount,
    @SchemaFrom(type = LocalStorage.class) @Nullable String localStorage,
    @SchemaFrom(type = LocalStorageType[].class) List<String> localStorageTypes,
    @Nullable TotalLocalStorageGBRequest totalLocalStorageGB,
    @Nullable BaselineEbsBandwidthMbpsRequest baselineEbsBandwidthMbps,
    @SchemaFrom(type = AcceleratorType[].class) List<String> acceleratorTypes,
    @Nullable AcceleratorCountRequest acceleratorCount,
    @SchemaFrom(type = AcceleratorManufacturer[].class) List<String> acceleratorManufacturers,
    @SchemaFrom(type = AcceleratorName[].class) List<String> acceleratorNames,
    @Nullable AcceleratorTotalMemoryMiBRequest acceleratorTotalMemoryMiB,
    @Nullable NetworkBandwidthGbpsRequest networkBandwidthGbps,
    List<String> allowedInstanceTypes,
    @Nullable Integer maxSpotPriceAsPercentageOfOptimalOnDemandPrice) {

  public InstanceRequirementsRequest {
    cpuManufacturers = Copies.of(cpuManufacturers);
    excludedInstanceTypes = Copies.of(excludedInstanceTypes);
    instanceGenerations = Copies.of(instanceGenerations);
    localStorageTypes = Copies.of(localStorageTypes);
    acceleratorTypes = Copies.of(acceleratorTypes);
    acceleratorManufacturers = Copies.of(acceleratorManufacturers);
    acceleratorNames = Copies.of(acceleratorNames);
    allowedInstanceTypes = Copies.of(allowedInstanceTypes);
  }
}
