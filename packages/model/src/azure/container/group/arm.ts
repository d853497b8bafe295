import type { BlockReader, FieldsOf, ListItem, ListNode } from '../../../code/index.ts';
import { byDefault, defineArm, explicit, object } from '../../../code/index.ts';
import { environmentCredentials } from '../../../secrets/index.ts';
import { hasIdentity } from '../../core/index.ts';
import type { Container, Group } from './shape.ts';

/** Source: Azure template reference of Microsoft.ContainerInstance/containerGroups, read 2026-11-22. Without `ipAddress` a group has none. */
export const arm = defineArm<Group>({
  types: ['Microsoft.ContainerInstance/containerGroups'],
  identity: ['name'],
  read(group): FieldsOf<Group> {
    const properties = group.block('properties');
    return {
      ipAddress: properties.block('ipAddress').string('type', { default: 'None' }),
      hasSubnet: properties.value('networkProfile') === undefined ? properties.has('subnetIds') : properties.has('networkProfile'),
      hasIdentity: hasIdentity(group),
      containers: containers(properties),
    };
  },
});

function containers(properties: BlockReader): ListNode<Container> {
  const lists = ['containers', 'initContainers'].map((type) => properties.blocks(type));
  const items = lists
    .flatMap(({ readers }) => readers)
    .map((block): ListItem<Container> => ({ node: container(block), uncertain: block.uncertain }));
  return {
    node: 'list',
    items,
    rest: lists.find(({ rest }) => rest)?.rest ?? null,
    place: lists[0]?.readers[0]?.place ?? properties.place,
  };
}

function container(block: BlockReader): ListItem<Container>['node'] {
  const { readers, rest } = block.block('properties').blocks('environmentVariables');
  const variables = readers.flatMap((each) => {
    const value = each.value('value');
    const name = each.string('name').value;
    return value && name !== undefined ? [{ variable: name, value }] : [];
  });
  const plain = readers.find((each) => each.value('value') !== undefined);
  return object<Container>(
    {
      label: block.string('name'),
      hasPlainVariables: plain ? explicit(true, plain.place) : (rest ?? byDefault(false, block.place)),
      credentials: environmentCredentials(variables, rest, block.place),
    },
    block.place,
  );
}
