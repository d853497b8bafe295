/** A compute cluster of a machine learning workspace. Source: hashicorp/azurerm documentation of azurerm_machine_learning_compute_cluster; Azure template reference of Microsoft.MachineLearningServices/workspaces/computes, read 2026-11-22. */
export interface MachineLearningCluster {
  /** A template also declares other kinds of compute with this type. */
  readonly isCluster: boolean;
  /** Can people log in with SSH keys and passwords? Default true. */
  readonly localAuth: boolean;
  /** Nodes that always run. Default of the service 0. */
  readonly minNodes: number;
}
