import { defineTerraform } from '../../../code/index.ts';
import { terraformPool } from '../node-pool.ts';
import type { NodePool } from './shape.ts';

export const terraform = defineTerraform<NodePool>({
  types: ['azurerm_kubernetes_cluster_node_pool'],
  identity: ['name'],
  read: terraformPool,
});
