import { defineTerraform } from '../../../code/index.ts';
import { entriesInPlainSight } from '../../credentials.ts';
import { MANIFEST, acceptsKinds, manifestIn } from '../../terraform-manifest.ts';
import { kubernetes } from './kubernetes.ts';
import type { Secret } from './shape.ts';

export const terraform = defineTerraform<Secret>({
  types: ['kubernetes_secret', 'kubernetes_secret_v1', MANIFEST],
  accepts: acceptsKinds('Secret'),
  read(secret, context) {
    const manifest = manifestIn(secret);
    if (manifest) return kubernetes.read(manifest, context);
    const plain = entriesInPlainSight(secret.value('data'), { place: secret.placeOf('data'), isEncoded: false });
    const encoded = entriesInPlainSight(secret.value('binary_data'), { place: secret.placeOf('binary_data'), isEncoded: true });
    return {
      namespace: secret.block('metadata').string('namespace', { default: 'default' }),
      type: secret.string('type', { default: 'Opaque' }),
      contents: { ...plain, entries: new Map([...plain.entries, ...encoded.entries]) },
    };
  },
});
