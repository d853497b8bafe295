import type { FieldsOf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import { hasIdentity, writtenName } from '../../core/index.ts';
import type { EventGridTopic } from './shape.ts';

export const terraform = defineTerraform<EventGridTopic>({
  types: ['azurerm_eventgrid_topic', 'azurerm_eventgrid_domain'],
  identity: ['name'],
  read(topic): FieldsOf<EventGridTopic> {
    return {
      identity: hasIdentity(topic),
      localAuth: topic.boolean(writtenName(topic, 'local_auth_enabled', 'local_authentication_enabled'), { default: true }),
      publicNetworkAccess: topic.boolean('public_network_access_enabled', { default: true }),
    };
  },
});
