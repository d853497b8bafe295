import { defineTerraform } from '../../../code/index.ts';
import type { AlloyDbCluster } from './shape.ts';

export const terraform = defineTerraform<AlloyDbCluster>({
  types: ['google_alloydb_cluster'],
  identity: ['cluster_id'],
  read: (block) => ({
    hasCustomerKey: block.block('encryption_config').isSet('kms_key_name'),
    hasBackups: block.block('automated_backup_policy').boolean('enabled', { default: true }),
  }),
});
