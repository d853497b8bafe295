import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { CryptoKey } from './shape.ts';

export const terraform = defineTerraform<CryptoKey>({
  types: ['google_kms_crypto_key'],
  satellites: { ...iamSatellites('google_kms_crypto_key', 'crypto_key_id') },
  identity: ['name', 'id'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    purpose: block.string('purpose', { default: 'ENCRYPT_DECRYPT' }),
    rotationSeconds: duration(block, 'rotation_period'),
    preventsDestroy: block.block('lifecycle').boolean('prevent_destroy', { default: false }),
    iam: bindingsOf(context, block.place, 'google_kms_crypto_key'),
  }),
});

/** `7776000s`. */
function duration(block: BlockReader, name: string): Leaf<number | undefined> {
  const leaf = block.string(name);
  if (leaf.value === undefined) return leaf.state === 'unresolved' ? unresolved(leaf.reason ?? notKnown, leaf.place) : block.missing(name);
  // Anything but seconds with their unit is refused by the API: such a key does not rotate.
  const match = /^(\d+(?:\.\d+)?)s$/.exec(leaf.value.trim());
  return explicit<number | undefined>(match ? Number(match[1]) : 0, leaf.place);
}

const notKnown = { code: 'unsupported', detail: 'the period is not known' } as const;
