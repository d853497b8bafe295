import { defineTerraform } from '../../../code/index.ts';
import type { EventSubscription } from './shape.ts';

export const terraform = defineTerraform<EventSubscription>({
  types: ['aws_db_event_subscription'],
  identity: ['name'],
  read: (subscription) => ({
    isEnabled: subscription.boolean('enabled', { default: true }),
    sourceType: subscription.string('source_type'),
    categories: subscription.strings('event_categories'),
  }),
});
