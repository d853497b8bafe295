import type { BlockReader, FieldsOf, ListNode } from '../../../code/index.ts';
import { defineArm } from '../../../code/index.ts';
import { hasIdentity, isEnabled, not } from '../../core/index.ts';
import type { SearchService } from './shape.ts';

export const arm = defineArm<SearchService>({
  types: ['Microsoft.Search/searchServices'],
  identity: ['name'],
  read(service): FieldsOf<SearchService> {
    const properties = service.block('properties');
    return {
      publicNetworkAccess: isEnabled(properties, 'publicNetworkAccess', true),
      localAuth: not(properties.boolean('disableLocalAuth', { default: false })),
      identity: hasIdentity(service),
      replicas: properties.number('replicaCount', { default: 1 }),
      allowedIps: allowedIps(properties),
    };
  },
});

function allowedIps(properties: BlockReader): ListNode<string> {
  return properties.block('networkRuleSet').list<string>('ipRules', (rule) => rule.string('value', { required: true }));
}
