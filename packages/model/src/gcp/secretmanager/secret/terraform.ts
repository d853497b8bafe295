import type { BlockReader, Leaf } from '../../../code/index.ts';
import { byDefault, defineTerraform } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { Secret } from './shape.ts';

export const terraform = defineTerraform<Secret>({
  types: ['google_secret_manager_secret', 'google_secret_manager_regional_secret'],
  satellites: {
    ...iamSatellites('google_secret_manager_secret', 'secret_id'),
    ...iamSatellites('google_secret_manager_regional_secret', 'secret_id'),
  },
  identity: ['secret_id', 'id', 'name'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    rotates: block.has('rotation'),
    hasCustomerKey: customerKey(block),
    iam: bindingsOf(context, block.place, 'google_secret_manager_secret', 'google_secret_manager_regional_secret'),
  }),
});

function customerKey(block: BlockReader): Leaf<boolean> {
  const replication = block.block('replication');
  const ways = [
    replication.block('auto').block('customer_managed_encryption').isSet('kms_key_name'),
    replication.block('user_managed').block('replicas').block('customer_managed_encryption').isSet('kms_key_name'),
    block.block('customer_managed_encryption').isSet('kms_key_name'),
  ];
  return (
    ways.find(({ value }) => value === true) ??
    ways.find(({ state }) => state === 'unresolved' || state === 'outside') ??
    byDefault(false, block.place)
  );
}
