package dev.longshore.api.ecs.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.crd.generator.annotation.SchemaFrom;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS API shape {@code InstanceRequirementsRequest}, {@code instanceRequirements} of {@code
 * InstanceLaunchTemplate}: what an instance type must offer to be chosen.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@ValidationRule(
    value = "!has(self.allowedInstanceTypes) || !has(self.excludedInstanceTypes)",
    message = "Specify allowedInstanceTypes or excludedInstanceTypes, but not both.")
public record InstanceRequirementsRequest(
    @JsonPropertyDescription("Range of vCPUs an instance must be in.") @Required
        @Nullable VCpuCountRangeRequest vCpuCount,
    @JsonPropertyDescription("Range of memory an instance must be in, in MiB.") @Required
        @Nullable MemoryMiBRequest memoryMiB,
    @JsonPropertyDescription("Makers of the processor that are allowed; empty allows every maker.")
        @SchemaFrom(type = CpuManufacturer[].class)
        List<String> cpuManufacturers,
    @JsonPropertyDescription("Range of memory for each vCPU, in GiB.")
        @Nullable MemoryGiBPerVCpuRequest memoryGiBPerVCpu,
    @JsonPropertyDescription("Instance types that are never used; * matches any text. At most 400.")
        @Size(max = 400)
        List<String> excludedInstanceTypes,
    @JsonPropertyDescription(
            "Whether current, previous or both generations of instance types are allowed.")
        @SchemaFrom(type = InstanceGeneration[].class)
        List<String> instanceGenerations,
    @JsonPropertyDescription("Spot price limit, in percent above the cheapest matching type.")
        @Min(0)
        @Nullable Integer spotMaxPricePercentageOverLowestPrice,
    @JsonPropertyDescription("On-demand price limit, in percent above the cheapest matching type.")
        @Min(0)
        @Nullable Integer onDemandMaxPricePercentageOverLowestPrice,
    @JsonPropertyDescription(
            "Whether bare-metal types are included, required or excluded (default).")
        @SchemaFrom(type = BareMetal.class)
        @Nullable String bareMetal,
    @JsonPropertyDescription(
            "Whether burstable types are included, required or excluded (default).")
        @SchemaFrom(type = BurstablePerformance.class)
        @Nullable String burstablePerformance,
    @JsonPropertyDescription("Only types that support hibernation.")
        @Nullable Boolean requireHibernateSupport,
    @JsonPropertyDescription("Range of network interfaces.")
        @Nullable NetworkInterfaceCountRequest networkInterfaceCount,
    @JsonPropertyDescription(
            "Whether types with local disks are included (default), required or excluded.")
        @SchemaFrom(type = LocalStorage.class)
        @Nullable String localStorage,
    @JsonPropertyDescription("Kinds of local disk that are allowed.")
        @SchemaFrom(type = LocalStorageType[].class)
        List<String> localStorageTypes,
    @JsonPropertyDescription("Range of local disk space, in GB.")
        @Nullable TotalLocalStorageGBRequest totalLocalStorageGB,
    @JsonPropertyDescription("Range of baseline bandwidth to block storage, in Mbit/s.")
        @Nullable BaselineEbsBandwidthMbpsRequest baselineEbsBandwidthMbps,
    @JsonPropertyDescription("Kinds of accelerator that are allowed.")
        @SchemaFrom(type = AcceleratorType[].class)
        List<String> acceleratorTypes,
    @JsonPropertyDescription("Range of the number of accelerators.")
        @Nullable AcceleratorCountRequest acceleratorCount,
    @JsonPropertyDescription("Makers of the accelerator that are allowed.")
        @SchemaFrom(type = AcceleratorManufacturer[].class)
        List<String> acceleratorManufacturers,
    @JsonPropertyDescription("Models of accelerator that are allowed.")
        @SchemaFrom(type = AcceleratorName[].class)
        List<String> acceleratorNames,
    @JsonPropertyDescription("Range of accelerator memory, in MiB.")
        @Nullable AcceleratorTotalMemoryMiBRequest acceleratorTotalMemoryMiB,
    @JsonPropertyDescription("Range of network bandwidth, in Gbit/s.")
        @Nullable NetworkBandwidthGbpsRequest networkBandwidthGbps,
    @JsonPropertyDescription(
            "The only instance types that may be used; excludes excludedInstanceTypes. At most 400.")
        @Size(max = 400)
        List<String> allowedInstanceTypes,
    @JsonPropertyDescription("Spot price limit, in percent of the best on-demand price.") @Min(0)
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
