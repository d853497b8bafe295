import { defineCloudFormation } from '../../../code/index.ts';
import type { SnsSubscription } from './shape.ts';

export const cloudformation = defineCloudFormation<SnsSubscription>({
  types: ['AWS::SNS::Subscription'],
  read: (subscription) => ({
    protocol: subscription.string('Protocol'),
  }),
});
