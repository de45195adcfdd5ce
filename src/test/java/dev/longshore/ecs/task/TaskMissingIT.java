package dev.longshore.ecs.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longshore.testing.RealCluster;
import dev.longshore.testing.RunningOperator;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a task's pod refers to and is not there: it is named, and the task goes on once it is. */
class TaskMissingIT {
  @RegisterExtension static final RealCluster CLUSTER = new RealCluster();

  private static final String ROLE = "arn:aws:iam::111122223333:role/pay";

  private final KubernetesClient client = CLUSTER.client();
  private final String namespace = CLUSTER.freshNamespace();
  private final TaskScene scene = new TaskScene(client, namespace);
  private final RunningOperator operator = RunningOperator.in(CLUSTER, namespace);

  @AfterEach
  void stop() {
    operator.close();
    client.namespaces().withName(namespace).delete();
  }

  @Test
  void aClaim() {
    scene.apply(
        "Cluster",
        "shop",
        "kubernetes: {bindings: {volumes: [{source: fs-1, claimName: shared}]}}");
    scene.apply(
        "TaskDefinition",
        "sharing",
        "volumes: [{name: data, efsVolumeConfiguration: {fileSystemId: fs-1}}]",
        "containerDefinitions: [{name: app, image: example/app:1, memory: 8}]");
    scene.task("taskDefinition: sharing");
    scene.eventually(
        () ->
            assertThat(scene.ready())
                .startsWith(
                    "False ResourceInitializationError: ResourceInitializationError: unable to"
                        + " mount the volumes of the task: PersistentVolumeClaim shared does not"
                        + " exist;"));
    assertThat(scene.lastStatus()).isEqualTo("PROVISIONING");

    volume();

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stopCode()).isEqualTo("EssentialContainerExited");
    assertThat(scene.status().availabilityZone()).startsWith("local-");
  }

  @Test
  void aServiceAccount() {
    scene.apply(
        "Cluster",
        "shop",
        "kubernetes: {bindings: {taskRoles: [{roleArn: '%s', serviceAccountName: payer}]}}"
            .formatted(ROLE));
    scene.apply(
        "TaskDefinition",
        "paying",
        "taskRoleArn: " + ROLE,
        "containerDefinitions: [{name: app, image: example/app:1, memory: 8}]");
    scene.task("taskDefinition: paying");
    scene.eventually(
        () ->
            assertThat(scene.ready())
                .startsWith(
                    "False PodNotCreated: The Job controller may not create the pod: ServiceAccount"
                        + " payer, which its task role is bound to, does not exist, or "));

    client
        .resource("apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: payer}\n")
        .inNamespace(namespace)
        .create();

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stopCode()).isEqualTo("EssentialContainerExited");
  }

  @Test
  void aPodThatIsNeverMadeFailsWhenItsPlacementTimesOut() {
    client
        .resource(
            """
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: nothing}
            spec: {hard: {pods: "0"}}
            """)
        .inNamespace(namespace)
        .create();
    scene.register("nightly", "image: example/nightly:1", "memory: 8");

    scene.task("taskDefinition: nightly", "kubernetes: {placementTimeout: 7}");

    scene.eventually(() -> assertThat(scene.lastStatus()).isEqualTo("STOPPED"));
    assertThat(scene.status().stopCode()).isEqualTo("TaskFailedToStart");
    assertThat(scene.status().stoppedReason())
        .startsWith("TaskFailedToStart: The Job controller may not create the pod: Pod Security,");
    scene.staysAsItIs();
    assertThat(scene.pods()).isEmpty();
  }

  /** A claim that is bound by hand, as there is no provisioner. */
  private void volume() {
    String name = namespace + "-shared";
    client
        .resource(
            """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: %1$s}
            spec:
              capacity: {storage: 1Gi}
              accessModes: [ReadWriteMany]
              persistentVolumeReclaimPolicy: Retain
              claimRef: {namespace: %2$s, name: shared}
              hostPath: {path: /srv/shared}
            """
                .formatted(name, namespace))
        .create();
    client
        .resource(
            """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: shared}
            spec:
              accessModes: [ReadWriteMany]
              storageClassName: ""
              volumeName: %s
              resources: {requests: {storage: 1Gi}}
            """
                .formatted(name))
        .inNamespace(namespace)
        .create();
  }
}
