import type { BlockReader, ListNode, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { BuildWebhook, BuildFilter } from './shape.ts';

export const terraform = defineTerraform<BuildWebhook>({
  types: ['aws_codebuild_webhook'],
  identity: ['project_name'],
  read: (webhook) => ({
    filters: filters(webhook),
  }),
});

function filters(webhook: BlockReader): ListNode<BuildFilter> {
  const groups = webhook.blocks('filter_group');
  const lists = groups.readers.map((group) => ({ group, list: group.list<BuildFilter>('filter', filter) }));
  return {
    node: 'list',
    items: lists.flatMap(({ group, list }) => list.items.map((item) => ({ ...item, uncertain: item.uncertain || group.uncertain }))),
    rest: groups.rest ?? lists.find(({ list }) => list.rest)?.list.rest ?? null,
    place: webhook.place,
  };
}

function filter(block: BlockReader): NodeOf<BuildFilter> {
  return object<BuildFilter>(
    {
      type: block.string('type'),
      pattern: block.string('pattern'),
      excludes: block.boolean('exclude_matched_pattern', { default: false }),
    },
    block.place,
  );
}
