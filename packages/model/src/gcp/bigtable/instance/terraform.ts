import { defineTerraform } from '../../../code/index.ts';
import type { BigtableInstance } from './shape.ts';

export const terraform = defineTerraform<BigtableInstance>({
  types: ['google_bigtable_instance'],
  identity: ['name'],
  read: (block) => ({
    clusterKeys: block.list<boolean>('cluster', (cluster) => cluster.isSet('kms_key_name')),
    deletionProtection: block.boolean('deletion_protection', { default: true }),
  }),
});
