import type { BlockReader, Leaf, Place } from '../../../code/index.ts';
import { byDefault, explicit, unresolved } from '../../../code/index.ts';

/** True at the first block that certainly exists; unresolved when only uncertain ones are there; false at the anchor otherwise. */
export function someExists(blocks: readonly BlockReader[], anchor: Place): Leaf<boolean> {
  const certain = blocks.find((block) => !block.uncertain);
  if (certain) return explicit(true, certain.place);
  const [uncertain] = blocks;
  if (!uncertain) return byDefault(false, anchor);
  // One without a resource stands for those that could not be collected, and says why.
  const { reason } = uncertain.missing('');
  const isHidden = uncertain.resource === null && reason !== null;
  return unresolved(isHidden ? reason : { code: 'computed', detail: 'it is not known whether it is created' }, uncertain.place);
}
