/** Copies are listed below schedules or actions; here they are one list. */
import type { BlockReader, Leaf, ListNode, NodeOf } from '../../../code/index.ts';
import type { SnapshotCopy } from './shape.ts';

interface Outer {
  readonly readers: readonly BlockReader[];
  readonly rest: Leaf<never> | null;
}

/** All nested blocks of a type below several others. */
export function copies(
  outer: Outer,
  type: string,
  read: (block: BlockReader) => NodeOf<SnapshotCopy>,
  policy: BlockReader,
): ListNode<SnapshotCopy> {
  const lists = outer.readers.map((each) => each.list<SnapshotCopy>(type, read));
  return {
    node: 'list',
    items: lists.flatMap(({ items }) => items),
    rest: outer.rest ?? lists.find(({ rest }) => rest)?.rest ?? null,
    place: policy.place,
  };
}
