import { defineTerraform } from '../../../code/index.ts';
import { entriesWithCredentials } from '../../credentials.ts';
import { MANIFEST, acceptsKinds, manifestIn } from '../../terraform-manifest.ts';
import { kubernetes } from './kubernetes.ts';
import type { ConfigMap } from './shape.ts';

export const terraform = defineTerraform<ConfigMap>({
  types: ['kubernetes_config_map', 'kubernetes_config_map_v1', 'kubernetes_config_map_v1_data', MANIFEST],
  accepts: acceptsKinds('ConfigMap'),
  read: (map, context) => {
    const manifest = manifestIn(map);
    if (manifest) return kubernetes.read(manifest, context);
    return {
      namespace: map.block('metadata').string('namespace', { default: 'default' }),
      data: map.stringMap('data'),
      credentials: entriesWithCredentials(map.value('data'), map.placeOf('data')),
    };
  },
});
