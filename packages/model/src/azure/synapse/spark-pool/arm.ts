import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import type { SynapseSparkPool } from './shape.ts';

export const arm = defineArm<SynapseSparkPool>({
  types: ['Microsoft.Synapse/workspaces/bigDataPools'],
  identity: ['name'],
  read(pool): FieldsOf<SynapseSparkPool> {
    const properties = pool.block('properties');
    return {
      isolated: properties.boolean('isComputeIsolationEnabled', { default: false }),
    };
  },
});
