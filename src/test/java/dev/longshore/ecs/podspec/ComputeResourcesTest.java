package dev.longshore.ecs.podspec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComputeResourcesTest {
  @ParameterizedTest
  @CsvSource({"1024,1", "512,500m", "256,250m", "2,2m", "10,10m", "85,84m", "4096,4", "1536,1500m"})
  void unitsAreMillicoresRoundedUpInTheServersSpelling(long units, String quantity) {
    assertThat(ComputeResources.cpu(units)).hasToString(quantity);
  }

  @ParameterizedTest
  @CsvSource({"512,512Mi", "1024,1Gi", "1536,1536Mi", "249856,244Gi", "6,6Mi"})
  void mebibytesAreWrittenInTheLargestUnitWithoutAFraction(long number, String quantity) {
    assertThat(ComputeResources.mebibytes(number)).hasToString(quantity);
  }
}
