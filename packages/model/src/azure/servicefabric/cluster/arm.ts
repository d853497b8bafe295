import type { BlockReader, Leaf } from '../../../code/index.ts';
import { absent, defineArm } from '../../../code/index.ts';
import type { Cluster } from './shape.ts';

export const arm = defineArm<Cluster>({
  types: ['Microsoft.ServiceFabric/clusters'],
  identity: ['name'],
  read(cluster) {
    const properties = cluster.block('properties');
    return {
      protectionLevel: protectionLevel(properties),
      usesDirectory: properties.block('azureActiveDirectory').isSet('tenantId'),
    };
  },
});

function protectionLevel(properties: BlockReader): Leaf<string | undefined> {
  const { readers, rest } = properties.blocks('fabricSettings');
  const security = readers.find((each) => each.string('name').value === 'Security');
  if (!security) return rest ?? absent(properties.place);
  const parameters = security.blocks('parameters');
  const level = parameters.readers.find((each) => each.string('name').value === 'ClusterProtectionLevel');
  return level ? level.string('value') : (parameters.rest ?? absent(security.place));
}
