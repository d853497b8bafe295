import type { BlockReader, Leaf, MapNode } from '../../../code/index.ts';
import { defineTerraform, unresolved } from '../../../code/index.ts';
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
    const name = parameter.string('name', { required: true });
    if (name.value !== undefined && !parameter.uncertain)
      entries.set(name.value.toLowerCase(), parameter.string('value', { required: true }));
    else open ??= unresolved(name.reason ?? { code: 'computed', detail: 'it is not known which parameters are set' }, name.place);
  }
  return { node: 'map', entries, rest: open, place: group.place };
}
