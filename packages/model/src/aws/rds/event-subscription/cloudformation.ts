import { defineCloudFormation } from '../../../code/index.ts';
import type { EventSubscription } from './shape.ts';

export const cloudformation = defineCloudFormation<EventSubscription>({
  types: ['AWS::RDS::EventSubscription'],
  identity: ['SubscriptionName'],
  read: (subscription) => ({
    isEnabled: subscription.boolean('Enabled', { default: true }),
    sourceType: subscription.string('SourceType'),
    categories: subscription.strings('EventCategories'),
  }),
});
