import type { BlockReader, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, explicit } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { ServiceAccount } from './shape.ts';

export const terraform = defineTerraform<ServiceAccount>({
  types: ['google_service_account'],
  satellites: { ...iamSatellites('google_service_account', 'service_account_id'), google_service_account_key: 'service_account_id' },
  identity: ['account_id', 'name', 'email'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    keys: keys(block, context),
    iam: bindingsOf(context, block.place, 'google_service_account'),
  }),
});

function keys(block: BlockReader, context: ReaderContext): ListNode<string> {
  const items = context
    .satellites('google_service_account_key')
    .map((key) => ({ node: explicit(key.resource?.address ?? '', key.place), uncertain: key.uncertain }));
  return { node: 'list', items, rest: null, place: block.place };
}
