import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { Disk } from './shape.ts';

export const terraform = defineTerraform<Disk>({
  types: ['google_compute_disk', 'google_compute_region_disk'],
  identity: ['name', 'id', 'self_link'],
  read: (block) => ({
    hasCustomerKey: customerKey(block.block('disk_encryption_key')),
    hasPlainTextKey: plainTextKey(block.block('disk_encryption_key')),
  }),
});

function customerKey(key: BlockReader): Leaf<boolean> {
  const ways = ['kms_key_self_link', 'raw_key', 'rsa_encrypted_key'].map((name) => key.isSet(name));
  return (
    ways.find(({ value }) => value === true) ??
    ways.find(({ state }) => state === 'unresolved' || state === 'outside') ??
    byDefault(false, key.place)
  );
}

function plainTextKey(key: BlockReader): Leaf<boolean> {
  const raw = key.value('raw_key');
  if (!raw) return byDefault(false, key.place);
  const place = key.placeOf('raw_key');
  if (raw.kind === 'unknown') return raw.refs.length > 0 ? explicit(false, place, true) : unresolved(raw.reason, place);
  return explicit(true, place, true);
}
