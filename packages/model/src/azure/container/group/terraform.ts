import type { BlockReader, FieldsOf, ListItem, ListNode } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import { mapCredentials } from '../../../secrets/index.ts';
import { hasIdentity } from '../../core/index.ts';
import type { Container, Group } from './shape.ts';

/** Source: hashicorp/azurerm documentation of azurerm_container_group, read 2026-11-22; `network_profile_id` is of version 3. */
export const terraform = defineTerraform<Group>({
  types: ['azurerm_container_group'],
  identity: ['name'],
  read: (group): FieldsOf<Group> => ({
    ipAddress: group.string('ip_address_type', { default: 'Public' }),
    hasSubnet: group.value('network_profile_id') === undefined ? group.isSet('subnet_ids') : group.isSet('network_profile_id'),
    hasIdentity: hasIdentity(group),
    containers: containers(group),
  }),
});

function containers(group: BlockReader): ListNode<Container> {
  const lists = ['container', 'init_container'].map((type) => group.blocks(type));
  const items = lists
    .flatMap(({ readers }) => readers)
    .map((block): ListItem<Container> => ({ node: container(block), uncertain: block.uncertain }));
  return { node: 'list', items, rest: lists.find(({ rest }) => rest)?.rest ?? null, place: lists[0]?.readers[0]?.place ?? group.place };
}

function container(block: BlockReader): ListItem<Container>['node'] {
  return object<Container>(
    {
      label: block.string('name'),
      hasPlainVariables: block.isSet('environment_variables'),
      credentials: mapCredentials(block.value('environment_variables'), block.placeOf('environment_variables')),
    },
    block.place,
  );
}
