import type { Ref } from '../../../node.ts';
import type { Cluster } from '../cluster/shape.ts';

/** Nodes of a GKE cluster: a pool, or the default pool that a cluster is written with. Source: hashicorp/google, read 2026-11-22. */
export interface NodePool {
  /** The default pool, written inside its cluster. */
  readonly isDefaultPool: boolean;
  /** There are no such nodes: Autopilot, or the default pool is removed. */
  readonly hasNoNodes: boolean;
  /** Undefined: the default account of Compute Engine. */
  readonly serviceAccount: string | undefined;
  readonly scopes: readonly string[];
  /** `COS_CONTAINERD`, `UBUNTU_CONTAINERD` … Undefined: Google's choice, Container-Optimized OS. */
  readonly imageType: string | undefined;
  /** Undefined: no management is written. Default true since version 5 of the provider where it is. */
  readonly autoRepair: boolean | undefined;
  readonly autoUpgrade: boolean | undefined;
  /** Of the cluster of a pool; a channel upgrades nodes whatever the pool says. */
  readonly cluster: Ref<Cluster> | undefined;
  /** Default false. */
  readonly secureBoot: boolean;
  /** Default true. */
  readonly integrityMonitoring: boolean;
  /** `GKE_METADATA`, `GCE_METADATA`; old names `GKE_METADATA_SERVER`, `SECURE`, `EXPOSE`. Undefined: the cluster's. */
  readonly metadataMode: string | undefined;
  /** Metadata is written without `disable-legacy-endpoints`, which makes Terraform switch the old endpoints on again. */
  readonly hasLegacyEndpoints: boolean;
  readonly hasBootDiskKey: boolean;
  /** Default false: what the cluster says. */
  readonly hasPrivateNodes: boolean;
}
