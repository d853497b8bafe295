import type { FieldsOf } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { hasIdentity, isEnabled, not } from '../../core/index.ts';
import type { EventGridTopic } from './shape.ts';

export const arm = defineArm<EventGridTopic>({
  types: ['Microsoft.EventGrid/topics', 'Microsoft.EventGrid/domains'],
  identity: ['name'],
  read(topic): FieldsOf<EventGridTopic> {
    const properties = topic.block('properties');
    return {
      identity: hasIdentity(topic),
      localAuth: not(properties.boolean('disableLocalAuth', { default: false })),
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
    };
  },
});
