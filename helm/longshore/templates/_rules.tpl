{{/* What the operator does inside a namespace that it serves. A test compares this with what it is seen to do. */}}
{{- define "longshore.namespaceRules" -}}
- apiGroups: [ecs.longshore.dev]
  resources: [clusters, services, taskdefinitions]
  verbs: [list, watch]
# apply of an object that is not there yet needs create beside patch
- apiGroups: [ecs.longshore.dev]
  resources: [taskdefinitionrevisions]
  verbs: [get, list, watch, create, patch, delete]
# a task is forgotten an hour after its end; one that failed and has retries left is followed by another
- apiGroups: [ecs.longshore.dev]
  resources: [tasks]
  verbs: [get, list, watch, create, delete]
- apiGroups: [ecs.longshore.dev]
  resources: [clusters/status, services/status, taskdefinitions/status, taskdefinitionrevisions/status, tasks/status]
  verbs: [patch]
- apiGroups: [apps]
  resources: [deployments]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [apps]
  resources: [daemonsets]
  verbs: [get, list, watch, create, patch]
- apiGroups: [""]
  resources: [services]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [policy]
  resources: [poddisruptionbudgets]
  verbs: [get, list, watch, create, patch]
- apiGroups: [autoscaling]
  resources: [horizontalpodautoscalers]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [batch]
  resources: [jobs]
  verbs: [get, list, watch, create, patch]
# patch: the pod of a task keeps a finalizer until its end is recorded
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch, patch, delete]
- apiGroups: [""]
  resources: [events]
  verbs: [create]
# revision numbers are never reused, so their counter outlives every object of ours
- apiGroups: [""]
  resources: [configmaps]
  verbs: [create]
- apiGroups: [""]
  resources: [configmaps]
  resourceNames: [longshore-revisions]
  verbs: [get, update]
{{- with .Values.alarms.rules }}
# what alarms of the bindings are read from
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* What has no namespace. */}}
{{- define "longshore.clusterRules" -}}
# namespaces: whether one enforces Pod Security restricted
- apiGroups: [""]
  resources: [nodes, namespaces]
  verbs: [list, watch]
- apiGroups: [ecs.longshore.dev]
  resources: [capacityproviders]
  verbs: [list, watch]
- apiGroups: [ecs.longshore.dev]
  resources: [capacityproviders/status]
  verbs: [patch]
{{- end -}}
