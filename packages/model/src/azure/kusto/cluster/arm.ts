import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { hasIdentity, isEnabled } from '../../core/index.ts';
import type { KustoCluster } from './shape.ts';

export const arm = defineArm<KustoCluster>({
  types: ['Microsoft.Kusto/clusters'],
  identity: ['name'],
  read(cluster): FieldsOf<KustoCluster> {
    const properties = cluster.block('properties');
    return {
      diskEncryption: properties.boolean('enableDiskEncryption', { default: false }),
      doubleEncryption: properties.boolean('enableDoubleEncryption', { default: false }),
      sku: cluster.block('sku').string('name', { required: true }),
      identity: hasIdentity(cluster),
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      customerKey: properties.block('keyVaultProperties').isSet('keyName'),
    };
  },
});
