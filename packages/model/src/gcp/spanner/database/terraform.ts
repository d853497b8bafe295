import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { SpannerDatabase } from './shape.ts';

export const terraform = defineTerraform<SpannerDatabase>({
  types: ['google_spanner_database'],
  identity: ['name'],
  read: (block) => ({
    hasCustomerKey: customerKey(block.block('encryption_config')),
    deletionProtection: block.boolean('deletion_protection', { default: true }),
    dropProtection: block.boolean('enable_drop_protection', { default: false }),
  }),
});

function customerKey(config: BlockReader): Leaf<boolean> {
  const one = config.isSet('kms_key_name');
  return one.value === false ? config.isSet('kms_key_names') : one;
}
