/** Lists that stand in several blocks, as one. */
import type { BlockReader, Leaf, ListNode } from '../../code/index.ts';

/** All strings of an attribute in the blocks; those of a block that may not exist are uncertain. */
export function joinedStrings(
  owner: BlockReader,
  blocks: { readonly readers: readonly BlockReader[]; readonly rest: Leaf<never> | null },
  attribute: string,
): ListNode<string> {
  const lists = blocks.readers.map((block) => ({ block, list: block.strings(attribute) }));
  return {
    node: 'list',
    items: lists.flatMap(({ block, list }) => list.items.map((item) => ({ ...item, uncertain: item.uncertain || block.uncertain }))),
    rest: lists.find(({ list }) => list.rest)?.list.rest ?? blocks.rest,
    place: lists[0]?.list.place ?? owner.place,
  };
}
