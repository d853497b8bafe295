import type { BlockReader, ListNode } from '../../../code/index.ts';
import { defineTerraform, explicit } from '../../../code/index.ts';
import type { DiscoveryConfig } from './shape.ts';

export const terraform = defineTerraform<DiscoveryConfig>({
  types: ['google_data_loss_prevention_discovery_config'],
  identity: ['display_name'],
  read: (block) => ({
    status: block.string('status', { default: 'RUNNING' }),
    targets: targets(block),
  }),
});

const kinds = ['big_query_target', 'cloud_sql_target', 'cloud_storage_target', 'secrets_target'];

function targets(block: BlockReader): ListNode<string> {
  const { readers, rest } = block.blocks('targets');
  const items = readers.flatMap((target) =>
    kinds.flatMap((kind) =>
      target.block(kind).exists ? [{ node: explicit(kind, target.block(kind).place), uncertain: target.uncertain }] : [],
    ),
  );
  return { node: 'list', items, rest, place: block.place };
}
