import { defineTerraform } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { DataprocCluster } from './shape.ts';

export const terraform = defineTerraform<DataprocCluster>({
  types: ['google_dataproc_cluster'],
  satellites: { ...iamSatellites('google_dataproc_cluster', 'cluster') },
  identity: ['name'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    hasCustomerKey: block.block('cluster_config').block('encryption_config').isSet('kms_key_name'),
    hasInternalAddressesOnly: block.block('cluster_config').block('gce_cluster_config').boolean('internal_ip_only', { default: false }),
    iam: bindingsOf(context, block.place, 'google_dataproc_cluster'),
  }),
});
