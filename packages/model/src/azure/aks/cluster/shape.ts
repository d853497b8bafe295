import type { NodePool } from '../node-pool/shape.ts';

/** A Kubernetes cluster. Source: Azure Kubernetes Service documentation and template reference, read 2026-11-22. */
export interface Cluster {
  /** The API server has a private address only. Default false. */
  readonly isPrivate: boolean;
  /** Ranges that may reach a public API server; empty: everybody. */
  readonly authorizedRanges: readonly string[];
  /** Kubernetes RBAC. Default true. */
  readonly hasRbac: boolean;
  /** Users log in with Entra ID. */
  readonly usesEntra: boolean;
  /** The cluster acts with a managed identity instead of a service principal with a password. */
  readonly hasIdentity: boolean;
  /** Static accounts with certificates work. Default true. */
  readonly hasLocalAccounts: boolean;
  /** `azure`, `calico`, `cilium`; undefined: every pod reaches every other. */
  readonly networkPolicy: string | undefined;
  /** `azure`, `kubenet`, `none`. */
  readonly networkPlugin: string | undefined;
  /** Container logs go to a workspace. */
  readonly hasMonitoring: boolean;
  /** Categories that diagnostic settings collect. */
  readonly loggedCategories: readonly string[];
  /** Azure Policy for pods. */
  readonly hasPolicy: boolean;
  /** The old dashboard. */
  readonly hasDashboard: boolean;
  readonly hasHttpApplicationRouting: boolean;
  /** Disks use a key of the customer. */
  readonly hasDiskKey: boolean;
  /** The secrets provider for Key Vault is installed and fetches new versions. */
  readonly rotatesSecrets: boolean;
  /** `Free`, `Standard`, `Premium`. Default Free. */
  readonly tier: string;
  /** `patch`, `stable`, `rapid`, `node-image`; undefined or `none`: nobody upgrades. */
  readonly upgradeChannel: string | undefined;
  /** Microsoft Defender sensors. */
  readonly hasDefender: boolean;
  /** The pool of the cluster itself, or those written inside it. */
  readonly pools: readonly NodePool[];
}
