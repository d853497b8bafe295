import type { AttrMap } from '../../../node.ts';

/** A Role or ClusterRole. Source: Kubernetes API reference v1.37, PolicyRule; read 2026-11-22. */
export interface Role {
  /** A ClusterRole. */
  readonly isClusterWide: boolean;
  readonly labels: AttrMap<string>;
  /** Its rules come from other roles with certain labels. */
  readonly isAggregated: boolean;
  readonly rules: readonly RoleRule[];
}

export interface RoleRule {
  /** `''` is the core group; `*` all. */
  readonly apiGroups: readonly string[];
  /** `pods`, `pods/exec`; `*` all. */
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Only these objects, when there are any. */
  readonly resourceNames: readonly string[];
  readonly paths: readonly string[];
}
