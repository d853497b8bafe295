/** Does the text of a password stand in the code? */
import type { BlockReader, Leaf } from '../../../code/index.ts';
import { explicit, toTextWithHoles } from '../../../code/index.ts';
import { isLiteralSecret } from '../../../secrets/index.ts';

/** A password that is generated, handed in or read from a store is not known here, and so not in the code. The text itself is not kept. */
export function passwordInCode(block: BlockReader, path: readonly string[]): Leaf<boolean | undefined> {
  const attribute = path.at(-1) ?? '';
  const owner = path.slice(0, -1).reduce((each, name) => each.block(name), block);
  const value = owner.value(attribute);
  if (!value) return owner.missing(attribute);
  const text = toTextWithHoles(value);
  return explicit(typeof text === 'string' && isLiteralSecret(text), owner.placeOf(attribute));
}
