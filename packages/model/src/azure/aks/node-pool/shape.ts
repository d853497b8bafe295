/** Nodes of a cluster that are alike. Source: Azure Kubernetes Service documentation and azurerm's of azurerm_kubernetes_cluster_node_pool, read 2026-11-22. */
export interface NodePool {
  /** Default false. */
  readonly hasPublicIps: boolean;
  /** Default false. */
  readonly hasHostEncryption: boolean;
  /** `Managed` or `Ephemeral`. */
  readonly osDisk: string;
  /** Pods on a node; undefined: the default of the network plugin. */
  readonly maxPods: number | undefined;
  /** The older kind, which cannot have several pools or be scaled. */
  readonly isAvailabilitySet: boolean;
  /** Pods of applications are kept away. Default false. */
  readonly isSystemOnly: boolean;
}
