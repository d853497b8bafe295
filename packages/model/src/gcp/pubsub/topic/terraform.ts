import { defineTerraform } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { Topic } from './shape.ts';

export const terraform = defineTerraform<Topic>({
  types: ['google_pubsub_topic'],
  satellites: { ...iamSatellites('google_pubsub_topic', 'topic') },
  identity: ['name', 'id'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    hasCustomerKey: block.isSet('kms_key_name'),
    iam: bindingsOf(context, block.place, 'google_pubsub_topic'),
  }),
});
