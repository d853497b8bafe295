import { defineArm } from '../../../code/index.ts';
import { armPool } from '../node-pool.ts';
import type { NodePool } from './shape.ts';

export const arm = defineArm<NodePool>({
  types: ['Microsoft.ContainerService/managedClusters/agentPools'],
  identity: ['name'],
  read: (pool) => armPool(pool.block('properties')),
});
