import { defineTerraform } from '../../../code/index.ts';
import { terraformBlocks } from '../../dialect.ts';
import { readIngress } from './read-ingress.ts';
import { MANIFEST, acceptsKinds, manifestIn } from '../../terraform-manifest.ts';
import { kubernetes } from './kubernetes.ts';
import type { Ingress } from './shape.ts';

export const terraform = defineTerraform<Ingress>({
  types: ['kubernetes_ingress', 'kubernetes_ingress_v1', MANIFEST],
  accepts: acceptsKinds('Ingress'),
  read: (ingress, context) => {
    const manifest = manifestIn(ingress);
    if (manifest) return kubernetes.read(manifest, context);
    return readIngress(ingress, terraformBlocks);
  },
});
