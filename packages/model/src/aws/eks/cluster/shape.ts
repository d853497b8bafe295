import type { AttrMap } from '../../../node.ts';

/** An EKS cluster. Source: hashicorp/aws documentation of aws_eks_cluster, read 2026-11-22. */
export interface Cluster {
  readonly endpoint: ClusterEndpoint;
  /** A customer managed key encrypts secrets. Default false: AWS's own key does since Kubernetes 1.28. */
  readonly hasSecretsKey: boolean;
  /** `api`, `audit`, `authenticator`, `controllerManager`, `scheduler`. Default none. */
  readonly logTypes: readonly string[];
  /** `1.34`. Undefined: the newest one when the cluster is created. */
  readonly version: string | undefined;
  /** Default false. */
  readonly deletionProtection: boolean;
  readonly tags: AttrMap<string>;
}

/** The Kubernetes API server. */
export interface ClusterEndpoint {
  /** Default true. */
  readonly isPublic: boolean;
  /** The API has an address inside the VPC too. Default false. */
  readonly isPrivate: boolean;
  /** Who may reach the public endpoint. Default `0.0.0.0/0`, also for an empty list. */
  readonly publicCidrs: readonly string[];
}
