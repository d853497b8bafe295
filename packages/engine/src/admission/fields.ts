/**
 * Fields of the kinds that policies look at most, as the API server names them. What is not typed here may be anything. Source: written from
 * memory, then compared field by field on 2026-11-22 with `api/openapi-spec/swagger.json` of Kubernetes v1.34.4: all fields of these types are
 * here. Beyond it stand `workloadRef` of v1.35, and in Container what only ephemeral ones have. Fields of later versions are missing.
 */
import type { AdmissionPolicy, CelDeclarations, CelField, CelObject, CelType } from '@kumomori/model';
import { celList, celType } from '@kumomori/model';

/** `Type: field field:Type field[]:Type`; a field without a type is dynamic. */
const TABLE = `
Meta: name generateName namespace labels annotations finalizers ownerReferences uid resourceVersion generation creationTimestamp deletionTimestamp deletionGracePeriodSeconds managedFields selfLink
Pod: apiVersion kind metadata:Meta spec:PodSpec status
PodSpec: activeDeadlineSeconds affinity automountServiceAccountToken containers[]:Container dnsConfig dnsPolicy enableServiceLinks ephemeralContainers[]:Container hostAliases hostIPC hostNetwork hostPID hostUsers hostname hostnameOverride imagePullSecrets initContainers[]:Container nodeName nodeSelector os overhead preemptionPolicy priority priorityClassName readinessGates resourceClaims resources restartPolicy runtimeClassName schedulerName schedulingGates securityContext:PodSecurityContext serviceAccount serviceAccountName setHostnameAsFQDN shareProcessNamespace subdomain terminationGracePeriodSeconds tolerations topologySpreadConstraints volumes[]:Volume workloadRef
PodSecurityContext: appArmorProfile fsGroup fsGroupChangePolicy runAsGroup runAsNonRoot runAsUser seLinuxChangePolicy seLinuxOptions seccompProfile supplementalGroups supplementalGroupsPolicy sysctls windowsOptions
Container: args command env envFrom image imagePullPolicy lifecycle livenessProbe name ports[]:ContainerPort readinessProbe resizePolicy resources:Resources restartPolicy restartPolicyRules securityContext:SecurityContext startupProbe stdin stdinOnce targetContainerName terminationMessagePath terminationMessagePolicy tty volumeDevices volumeMounts[]:VolumeMount workingDir
ContainerPort: containerPort hostIP hostPort name protocol
VolumeMount: mountPath mountPropagation name readOnly recursiveReadOnly subPath subPathExpr
Resources: claims limits requests
SecurityContext: allowPrivilegeEscalation appArmorProfile capabilities:Capabilities privileged procMount readOnlyRootFilesystem runAsGroup runAsNonRoot runAsUser seLinuxOptions seccompProfile windowsOptions
Capabilities: add drop
Volume: awsElasticBlockStore azureDisk azureFile cephfs cinder configMap csi downwardAPI emptyDir ephemeral fc flexVolume flocker gcePersistentDisk gitRepo glusterfs hostPath image iscsi name nfs persistentVolumeClaim photonPersistentDisk portworxVolume projected quobyte rbd scaleIO secret storageos vsphereVolume
PodTemplate: metadata:Meta spec:PodSpec
Deployment: apiVersion kind metadata:Meta spec:DeploymentSpec status
DeploymentSpec: minReadySeconds paused progressDeadlineSeconds replicas revisionHistoryLimit selector strategy template:PodTemplate
ReplicaSet: apiVersion kind metadata:Meta spec:ReplicaSetSpec status
ReplicaSetSpec: minReadySeconds replicas selector template:PodTemplate
DaemonSet: apiVersion kind metadata:Meta spec:DaemonSetSpec status
DaemonSetSpec: minReadySeconds revisionHistoryLimit selector template:PodTemplate updateStrategy
StatefulSet: apiVersion kind metadata:Meta spec:StatefulSetSpec status
StatefulSetSpec: minReadySeconds ordinals persistentVolumeClaimRetentionPolicy podManagementPolicy replicas revisionHistoryLimit selector serviceName template:PodTemplate updateStrategy volumeClaimTemplates
Job: apiVersion kind metadata:Meta spec:JobSpec status
JobTemplate: metadata:Meta spec:JobSpec
JobSpec: activeDeadlineSeconds backoffLimit backoffLimitPerIndex completionMode completions managedBy manualSelector maxFailedIndexes parallelism podFailurePolicy podReplacementPolicy selector successPolicy suspend template:PodTemplate ttlSecondsAfterFinished
CronJob: apiVersion kind metadata:Meta spec:CronJobSpec status
CronJobSpec: concurrencyPolicy failedJobsHistoryLimit jobTemplate:JobTemplate schedule startingDeadlineSeconds successfulJobsHistoryLimit suspend timeZone
Service: apiVersion kind metadata:Meta spec:ServiceSpec status
ServiceSpec: allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy healthCheckNodePort internalTrafficPolicy ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP loadBalancerSourceRanges ports publishNotReadyAddresses selector sessionAffinity sessionAffinityConfig trafficDistribution type
Namespace: apiVersion kind metadata:Meta spec status
ServiceAccount: apiVersion kind metadata:Meta automountServiceAccountToken imagePullSecrets secrets
ConfigMap: apiVersion kind metadata:Meta binaryData data immutable
Secret: apiVersion kind metadata:Meta data immutable stringData type
Ingress: apiVersion kind metadata:Meta spec:IngressSpec status
IngressSpec: defaultBackend ingressClassName rules tls
NetworkPolicy: apiVersion kind metadata:Meta spec:NetworkPolicySpec
NetworkPolicySpec: egress ingress podSelector policyTypes
Role: apiVersion kind metadata:Meta rules[]:PolicyRule
ClusterRole: apiVersion kind metadata:Meta aggregationRule rules[]:PolicyRule
PolicyRule: apiGroups nonResourceURLs resourceNames resources verbs
RoleBinding: apiVersion kind metadata:Meta roleRef:RoleRef subjects[]:RbacSubject
ClusterRoleBinding: apiVersion kind metadata:Meta roleRef:RoleRef subjects[]:RbacSubject
RoleRef: apiGroup kind name
RbacSubject: apiGroup kind name namespace
`;

/** `group/plural` → type. */
const KINDS: Readonly<Record<string, string>> = {
  '/pods': 'Pod',
  '/services': 'Service',
  '/namespaces': 'Namespace',
  '/serviceaccounts': 'ServiceAccount',
  '/configmaps': 'ConfigMap',
  '/secrets': 'Secret',
  'apps/deployments': 'Deployment',
  'apps/replicasets': 'ReplicaSet',
  'apps/daemonsets': 'DaemonSet',
  'apps/statefulsets': 'StatefulSet',
  'batch/jobs': 'Job',
  'batch/cronjobs': 'CronJob',
  'networking.k8s.io/ingresses': 'Ingress',
  'networking.k8s.io/networkpolicies': 'NetworkPolicy',
  'rbac.authorization.k8s.io/roles': 'Role',
  'rbac.authorization.k8s.io/clusterroles': 'ClusterRole',
  'rbac.authorization.k8s.io/rolebindings': 'RoleBinding',
  'rbac.authorization.k8s.io/clusterrolebindings': 'ClusterRoleBinding',
};

const objects: ReadonlyMap<string, CelObject> = new Map(TABLE.trim().split('\n').map(objectOf));

function objectOf(line: string): readonly [string, CelObject] {
  const [name = '', ...fields] = line.split(/:? /u);
  const typed = fields.map((written): readonly [string, CelField] => {
    const [, field = written, list, type] = /^(\w+)(\[\])?(?::(\w+))?$/u.exec(written) ?? [];
    const of: CelType = type === undefined ? celType('dyn') : { kind: 'object', name: type };
    return [field, { type: list === undefined ? of : celList(of), optional: false }];
  });
  return [name, { name, fields: new Map(typed) }];
}

/** What a policy may ask of `object` and `oldObject`; null unless all of its rules are about one kind that is known here. */
export function declarationsOf({ match }: AdmissionPolicy): CelDeclarations | null {
  const kinds = new Set(
    match.rules.flatMap(({ apiGroups, resources }) => apiGroups.flatMap((group) => resources.map((plural) => KINDS[`${group}/${plural}`]))),
  );
  const [kind, ...others] = kinds;
  if (kind === undefined || others.length > 0) return null;
  const object: CelType = { kind: 'object', name: kind };
  return {
    variables: new Map([
      ['object', object],
      ['oldObject', object],
    ]),
    object: (name) => objects.get(name),
  };
}
