package dev.longshore.ecs.podspec;

/** What keeps a task going once a container of it has ended. */
public enum Lifetime {
  /** A Deployment's task: the kubelet restarts containers, so it heals without the operator. */
  SERVICE,

  /** A Job's task, as RunTask makes it: what has ended stays ended, so exit codes are final. */
  TASK
}
