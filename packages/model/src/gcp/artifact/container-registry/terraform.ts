import type { BlockReader, ListNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { DeclaredResource } from '../../../declared.ts';
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
  const own = (block.resource && grantsOf(context).get(block.resource)) ?? [];
  const lists = own.map((grant) => ({ grant, granted: grantedBy(grant, context) }));
  return {
    node: 'list',
    items: lists.flatMap(({ grant, granted }) => granted.items.map((item) => ({ ...item, uncertain: item.uncertain || grant.uncertain }))),
    rest: lists.find(({ granted }) => granted.rest)?.granted.rest ?? null,
    place: block.place,
  };
}

/** Made once for each root module: the list of a type's blocks is the same object every time. */
const known = new WeakMap<readonly BlockReader[], ReadonlyMap<DeclaredResource, readonly BlockReader[]>>();

function grantsOf(context: ReaderContext): ReadonlyMap<DeclaredResource, readonly BlockReader[]> {
  const token = context.all('google_container_registry');
  const before = known.get(token);
  if (before) return before;
  const grants = new Map<DeclaredResource, BlockReader[]>();
  for (const grant of ['member', 'binding', 'policy'].flatMap((kind) => context.all(`google_storage_bucket_iam_${kind}`))) {
    for (const { resource } of context.targets(grant.value('bucket'), ['google_container_registry'])) {
      if (!resource) continue;
      const own = grants.get(resource) ?? [];
      own.push(grant);
      grants.set(resource, own);
    }
  }
  known.set(token, grants);
  return grants;
}
