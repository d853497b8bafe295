/** Encryption of things that may be copies: they take that of their source. */
import type { BlockReader, Leaf } from '../../code/index.ts';
import { unresolved } from '../../code/index.ts';

/** The switch, default false; unresolved when it is not written and one of `sources` names what the thing was made from. */
export function inheritedEncryption(block: BlockReader, attribute: string, sources: readonly string[]): Leaf<boolean> {
  const written = block.boolean(attribute, { default: false });
  const source = sources.find((name) => block.value(name) !== undefined || block.block(name).exists);
  if (written.state !== 'default' || source === undefined) return written;
  return unresolved({ code: 'computed', detail: `it is that of the source (${source})` }, block.placeOf(source));
}
