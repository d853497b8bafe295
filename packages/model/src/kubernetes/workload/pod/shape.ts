import type { AttrMap, Ref } from '../../../node.ts';
import type { Binding } from '../../rbac/binding/shape.ts';
import type { Service } from '../../core/service/shape.ts';

/**
 * Pods as an object makes them: a Pod itself, the template of a Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob …, or of a
 * custom resource that holds one. Source: Kubernetes API reference v1.37, PodSpec; read 2026-11-22.
 */
export interface Pod {
  /** `Pod`, `Deployment`, … */
  readonly kind: string;
  readonly namespace: string;
  /** Of the pods, by which services and policies select them. */
  readonly labels: AttrMap<string>;
  /** Of the object itself. */
  readonly objectLabels: AttrMap<string>;
  /** Of the pods. */
  readonly annotations: AttrMap<string>;
  readonly usesHostNetwork: boolean;
  readonly usesHostPid: boolean;
  readonly usesHostIpc: boolean;
  /** False: the pod has a user namespace of its own. Default true. */
  readonly usesHostUsers: boolean;
  readonly hasHostAliases: boolean;
  readonly sharesProcesses: boolean;
  /** `linux` or `windows`, when the pod says for which it is. */
  readonly os: string | undefined;
  readonly runtimeClass: string | undefined;
  /** Undefined: the namespace's `default`. */
  readonly serviceAccount: string | undefined;
  /** The account is in this code, in the namespace of the pods. */
  readonly hasServiceAccountHere: boolean;
  /** The field `serviceAccountName` alone. */
  readonly currentServiceAccount: string | undefined;
  /** The field `serviceAccount`, which `serviceAccountName` replaced. */
  readonly oldServiceAccount: string | undefined;
  /** A token of the service account is mounted. Default true; the service account may say otherwise. */
  readonly mountsToken: boolean;
  /** Of a Deployment: `RollingUpdate` (default) or `Recreate`. */
  readonly strategy: string | undefined;
  readonly security: PodSecurity;
  /** Of all kinds. */
  readonly containers: readonly Container[];
  readonly volumes: readonly Volume[];
  /** Bindings of this code that give roles to its service account. */
  readonly bindings: readonly Ref<Binding>[];
  /** Services of its namespace that send to its pods. */
  readonly services: readonly Ref<Service>[];
  /** Of network policies that select its pods. */
  readonly hasIngressPolicy: boolean;
  readonly hasEgressPolicy: boolean;
}

/** What the security contexts of pods and containers both have; the container's word comes before the pod's. */
export interface SecurityIdentity {
  readonly runsAsNonRoot: boolean | undefined;
  readonly user: number | undefined;
  readonly group: number | undefined;
  /** `RuntimeDefault`, `Localhost` or `Unconfined`. */
  readonly seccomp: string | undefined;
  readonly appArmor: string | undefined;
  readonly seLinux: SeLinux;
  /** A Windows container with the rights of its host. */
  readonly isHostProcess: boolean;
  readonly isWritten: boolean;
}

export interface SeLinux {
  readonly isWritten: boolean;
  readonly type: string | undefined;
  readonly user: string | undefined;
  readonly role: string | undefined;
}

export interface PodSecurity extends SecurityIdentity {
  readonly fsGroup: number | undefined;
  readonly supplementalGroups: readonly string[];
  /** Names. */
  readonly sysctls: readonly string[];
}

export interface ContainerSecurity extends SecurityIdentity {
  readonly isPrivileged: boolean;
  /** Undefined means true, except where no_new_privs is set by the runtime. */
  readonly allowsPrivilegeEscalation: boolean | undefined;
  readonly hasReadOnlyRoot: boolean;
  readonly procMount: string | undefined;
  readonly addedCapabilities: readonly string[];
  readonly droppedCapabilities: readonly string[];
}

export type ContainerKind = 'container' | 'init' | 'ephemeral';

export interface Container {
  readonly label: string | undefined;
  readonly kind: ContainerKind;
  readonly image: string | undefined;
  /** Undefined: none is written, which means `latest`. */
  readonly imageTag: string | undefined;
  /** `sha256:…`; undefined when there is none, or none that can be one. */
  readonly imageDigest: string | undefined;
  readonly pullPolicy: string | undefined;
  /** `command` and `args`. */
  readonly arguments: readonly string[];
  readonly security: ContainerSecurity;
  readonly ports: readonly ContainerPort[];
  /** `host` of probes and lifecycle hooks, by field. */
  readonly hosts: AttrMap<string>;
  readonly hasLivenessProbe: boolean;
  readonly hasReadinessProbe: boolean;
  /** An init container that keeps running beside the others. */
  readonly isSidecar: boolean;
  readonly resources: ContainerResources;
  readonly env: readonly Variable[];
  /** One element for each `envFrom`; true where it is a Secret. */
  readonly secretSources: readonly boolean[];
  /** Variables that hold a credential in plain text → its kind. */
  readonly credentials: AttrMap<string>;
  readonly mounts: readonly VolumeMount[];
}

export interface ContainerPort {
  readonly number: number | undefined;
  readonly hostPort: number | undefined;
}

export interface ContainerResources {
  /** A limit without a request counts: it is the request then. */
  readonly hasCpuRequest: boolean;
  readonly hasMemoryRequest: boolean;
  readonly hasCpuLimit: boolean;
  readonly hasMemoryLimit: boolean;
}

export interface Variable {
  readonly label: string | undefined;
  readonly isFromSecret: boolean;
}

export interface VolumeMount {
  readonly volume: string | undefined;
  readonly path: string | undefined;
  readonly hasSubPath: boolean;
  readonly isReadOnly: boolean;
}

export interface Volume {
  readonly label: string | undefined;
  /** The API's name of its source: `hostPath`, `secret`, …; `emptyDir` when there is none. */
  readonly source: string;
  /** Path on the node, of a hostPath volume. */
  readonly hostPath: string | undefined;
}
