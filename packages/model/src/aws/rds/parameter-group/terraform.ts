import type { BlockReader, Leaf, MapNode } from '../../../terraform/index.ts';
import { defineTerraform } from '../../../terraform/index.ts';
import type { ParameterGroup } from './shape.ts';

export const terraform = defineTerraform<ParameterGroup>({
  types: ['aws_db_parameter_group', 'aws_rds_cluster_parameter_group'],
  identity: ['name'],
  read: (group) => ({ family: group.string('family', { default: '' }), parameters: parameters(group) }),
});

/** A parameter with an unknown name may be any. */
function parameters(group: BlockReader): MapNode<string> {
  const { readers, rest } = group.blocks('parameter');
  const entries = new Map<string, Leaf<string>>();
  let open = rest;
  for (const parameter of readers) {
    const name = parameter.string('name');
    if (name.value !== undefined && !parameter.uncertain) entries.set(name.value.toLowerCase(), parameter.string('value'));
    else open ??= { ...name, state: 'unresolved', value: undefined };
  }
  return { node: 'map', entries, rest: open, place: group.place };
}
