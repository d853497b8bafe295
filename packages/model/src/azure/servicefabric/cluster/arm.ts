import type { BlockReader, Leaf } from '../../../code/index.ts';
import { absent, defineArm } from '../../../code/index.ts';
import { isWord, spelled } from '../../core/index.ts';
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
  const security = readers.find((each) => isWord(each.string('name'), 'Security').value);
  if (!security) return rest ?? absent(properties.place);
  const parameters = security.blocks('parameters');
  const level = parameters.readers.find((each) => isWord(each.string('name'), 'ClusterProtectionLevel').value);
  return level ? spelled(level.string('value'), 'None', 'Sign', 'EncryptAndSign') : (parameters.rest ?? absent(security.place));
}
