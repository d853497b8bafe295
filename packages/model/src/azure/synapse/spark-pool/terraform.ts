import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { SynapseSparkPool } from './shape.ts';

export const terraform = defineTerraform<SynapseSparkPool>({
  types: ['azurerm_synapse_spark_pool'],
  identity: ['name'],
  read(pool): FieldsOf<SynapseSparkPool> {
    return {
      isolated: pool.boolean('compute_isolation_enabled', { default: false }),
    };
  },
});
