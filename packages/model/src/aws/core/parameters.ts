/** Parameter groups of databases: what a group sets itself, by name. */
import type { BlockReader, Leaf, MapNode } from '../../code/index.ts';
import { unresolved } from '../../code/index.ts';

/** The `parameter` blocks of Terraform. One with an unknown name may be any. */
export function parameterMap(group: BlockReader): MapNode<string> {
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
