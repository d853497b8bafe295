import { defineTerraform } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { Subscription } from './shape.ts';

export const terraform = defineTerraform<Subscription>({
  types: ['google_pubsub_subscription'],
  satellites: { ...iamSatellites('google_pubsub_subscription', 'subscription') },
  identity: ['name', 'id'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    pushEndpoint: block.block('push_config').text('push_endpoint'),
    hasPushToken: block.block('push_config').has('oidc_token'),
    iam: bindingsOf(context, block.place, 'google_pubsub_subscription'),
  }),
});
