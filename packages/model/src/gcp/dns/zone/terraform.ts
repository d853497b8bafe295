import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, object, unresolved } from '../../../code/index.ts';
import type { DnssecKey, ManagedZone } from './shape.ts';

export const terraform = defineTerraform<ManagedZone>({
  types: ['google_dns_managed_zone'],
  identity: ['name'],
  read: (block) => ({
    isPrivate: visibility(block),
    dnssec: block.block('dnssec_config').string('state', { default: 'off' }),
    keys: block
      .block('dnssec_config')
      .list<DnssecKey>('default_key_specs', (key) =>
        object<DnssecKey>({ keyType: key.string('key_type'), algorithm: key.string('algorithm', { default: 'rsasha256' }) }, key.place),
      ),
    isLogged: block.block('cloud_logging_config').boolean('enable_logging', { default: false }),
  }),
});

function visibility(block: BlockReader): Leaf<boolean> {
  const leaf = block.string('visibility', { default: 'public' });
  if (leaf.value === undefined) return unresolved(leaf.reason ?? { code: 'computed', detail: 'it is not known' }, leaf.place);
  return leaf.state === 'default' ? byDefault(false, leaf.place) : explicit(leaf.value === 'private', leaf.place);
}
