import { defineTerraform } from '../../../code/index.ts';
import type { SnsSubscription } from './shape.ts';

export const terraform = defineTerraform<SnsSubscription>({
  types: ['aws_sns_topic_subscription'],
  read: (subscription) => ({
    protocol: subscription.string('protocol'),
  }),
});
