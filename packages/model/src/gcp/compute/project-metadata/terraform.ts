import type { BlockReader, Leaf, MapNode } from '../../../code/index.ts';
import { defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import type { ProjectMetadata } from './shape.ts';

export const terraform = defineTerraform<ProjectMetadata>({
  types: ['google_compute_project_metadata', 'google_compute_project_metadata_item'],
  identity: ['project', 'key'],
  read: (block) => ({
    isItem: explicit(block.resource?.type === 'google_compute_project_metadata_item', block.place),
    key: block.string('key'),
    metadata: metadata(block),
  }),
});

function metadata(block: BlockReader): MapNode<string> {
  if (block.resource?.type !== 'google_compute_project_metadata_item') return block.stringMap('metadata');
  const key = block.string('key');
  const value = block.string('value', { required: true });
  const entries = new Map<string, Leaf<string>>(key.value === undefined ? [] : [[key.value, value]]);
  const rest =
    key.value === undefined ? unresolved<never>(key.reason ?? { code: 'computed', detail: 'the key is not known' }, key.place) : null;
  return { node: 'map', entries, rest, place: block.place };
}
