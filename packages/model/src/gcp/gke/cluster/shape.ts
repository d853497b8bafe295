import type { AttrMap } from '../../../node.ts';

/** A GKE cluster. Source: GKE documentation and hashicorp/google, read 2026-11-22. */
export interface Cluster {
  /** Nodes and their hardening are Google's. Default false. */
  readonly isAutopilot: boolean;
  /** Nodes without external addresses. */
  readonly hasPrivateNodes: boolean;
  /** The control plane has no external address. */
  readonly hasPrivateEndpoint: boolean;
  /** Only named networks reach the control plane. */
  readonly hasAuthorizedNetworks: boolean;
  readonly authorizedNetworks: readonly string[];
  readonly hasWorkloadIdentity: boolean;
  /** Calico or Dataplane V2. */
  readonly enforcesNetworkPolicies: boolean;
  /** Default true. */
  readonly hasShieldedNodes: boolean;
  /** Default false. */
  readonly hasLegacyAbac: boolean;
  readonly hasBinaryAuthorization: boolean;
  /** Secrets are encrypted with a Cloud KMS key. */
  readonly encryptsSecrets: boolean;
  /** Of the system and workloads. Default true. */
  readonly isLogged: boolean;
  /** Default true. */
  readonly isMonitored: boolean;
  /** Default false. */
  readonly issuesClientCertificate: boolean;
  /** User name and password, until GKE 1.18. */
  readonly hasBasicAuthentication: boolean;
  /** VPC-native: pods have addresses of the subnet. Default true since version 5 of the provider. */
  readonly isVpcNative: boolean;
  /** Default false. */
  readonly hasIntranodeVisibility: boolean;
  /** Roles may be given to groups of Google Workspace. */
  readonly hasGroupsForRbac: boolean;
  /** Undefined: no channel is chosen. */
  readonly releaseChannel: string | undefined;
  /** Default false. */
  readonly hasAlphaFeatures: boolean;
  /** With the provider's default labels. */
  readonly labels: AttrMap<string>;
  /** Pools written inside the cluster that stay: any change of them replaces the cluster. */
  readonly hasInlineNodePools: boolean;
  /** Of Terraform. Default true since version 5 of the provider. */
  readonly deletionProtection: boolean;
  /** `DISABLED`, `BASIC`, `ENTERPRISE`. Undefined: Google decides. */
  readonly securityPostureMode: string | undefined;
  readonly hasMaintenanceWindow: boolean;
}
