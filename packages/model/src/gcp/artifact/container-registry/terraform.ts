import type { BlockReader, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { IamBinding } from '../../iam/index.ts';
import { grantedBy } from '../../iam/index.ts';
import type { ContainerRegistry } from './shape.ts';

export const terraform = defineTerraform<ContainerRegistry>({
  types: ['google_container_registry'],
  identity: ['id'],
  read: (block, context) => ({
    iam: grants(block, context),
  }),
});

/** Not as satellites: grants on other buckets are none of its business. */
function grants(block: BlockReader, context: ReaderContext): ListNode<IamBinding> {
  const all = ['member', 'binding', 'policy'].flatMap((kind) => context.all(`google_storage_bucket_iam_${kind}`));
  const own = all.filter((grant) =>
    context.targets(grant.value('bucket'), ['google_container_registry']).some(({ resource }) => resource === block.resource),
  );
  const lists = own.map((grant) => ({ grant, granted: grantedBy(grant, context) }));
  return {
    node: 'list',
    items: lists.flatMap(({ grant, granted }) => granted.items.map((item) => ({ ...item, uncertain: item.uncertain || grant.uncertain }))),
    rest: lists.find(({ granted }) => granted.rest)?.granted.rest ?? null,
    place: block.place,
  };
}
