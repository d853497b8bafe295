import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { hasIdentity, writtenName } from '../../core/index.ts';
import type { KustoCluster } from './shape.ts';

export const terraform = defineTerraform<KustoCluster>({
  types: ['azurerm_kusto_cluster'],
  satellites: { azurerm_kusto_cluster_customer_managed_key: 'cluster_id' },
  identity: ['name'],
  read(cluster, context): FieldsOf<KustoCluster> {
    return {
      diskEncryption: cluster.boolean(writtenName(cluster, 'disk_encryption_enabled', 'enable_disk_encryption'), { default: false }),
      doubleEncryption: cluster.boolean(writtenName(cluster, 'double_encryption_enabled', 'enable_double_encryption'), { default: false }),
      sku: cluster.block('sku').string('name', { required: true }),
      identity: hasIdentity(cluster),
      publicNetworkAccess: cluster.boolean('public_network_access_enabled', { default: true }),
      customerKey: context.satellite('azurerm_kusto_cluster_customer_managed_key').isSet('key_name'),
    };
  },
});
