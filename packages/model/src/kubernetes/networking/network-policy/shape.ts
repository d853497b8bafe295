/** A NetworkPolicy. Source: Kubernetes API reference v1.37, NetworkPolicySpec; read 2026-11-22. */
export interface NetworkPolicy {
  readonly namespace: string;
  readonly ingress: readonly NetworkRule[];
  readonly egress: readonly NetworkRule[];
}

export interface NetworkRule {
  /** No peer at all: everybody. */
  readonly peers: readonly NetworkPeer[];
  /** Number of port entries; none means all ports. */
  readonly ports: readonly NetworkPort[];
}

export interface NetworkPeer {
  readonly cidr: string | undefined;
  readonly hasNamespaceSelector: boolean;
  readonly hasPodSelector: boolean;
}

export interface NetworkPort {
  readonly port: string | undefined;
}
