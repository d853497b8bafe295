import type { AttrMap } from '../../../node.ts';

/** A PodSecurityPolicy (removed in Kubernetes 1.25). Source: Kubernetes API reference v1.24; read 2026-11-22. */
export interface PodSecurityPolicy {
  readonly annotations: AttrMap<string>;
  readonly allowsPrivileged: boolean;
  readonly allowsHostPid: boolean;
  readonly allowsHostIpc: boolean;
  readonly allowsHostNetwork: boolean;
  /** Default true. */
  readonly allowsPrivilegeEscalation: boolean;
  readonly allowedCapabilities: readonly string[];
  readonly requiredDrops: readonly string[];
  /** `MustRunAs`, `MustRunAsNonRoot`, `RunAsAny`. */
  readonly userRule: string | undefined;
  /** Lowest user ids of the ranges of `MustRunAs`. */
  readonly userRangeStarts: readonly number[];
}
