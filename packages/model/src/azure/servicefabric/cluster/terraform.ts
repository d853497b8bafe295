import type { BlockReader, Leaf } from '../../../code/index.ts';
import { absent, defineTerraform } from '../../../code/index.ts';
import type { Cluster } from './shape.ts';

export const terraform = defineTerraform<Cluster>({
  types: ['azurerm_service_fabric_cluster'],
  identity: ['name'],
  read: (cluster) => ({
    protectionLevel: protectionLevel(cluster),
    usesDirectory: cluster.block('azure_active_directory').isSet('tenant_id'),
  }),
});

/** `fabric_settings { name = "Security"; parameters = { ClusterProtectionLevel = … } }`; people also write parameters as name and value. */
function protectionLevel(cluster: BlockReader): Leaf<string | undefined> {
  const { readers, rest } = cluster.blocks('fabric_settings');
  const security = readers.find((each) => each.string('name').value === 'Security');
  if (!security) return rest ?? absent(cluster.place);
  const parameters = security.block('parameters');
  return parameters.string('name').value === 'ClusterProtectionLevel'
    ? parameters.string('value')
    : parameters.string('ClusterProtectionLevel');
}
