/** The same story for the same seed: chance that can be told again. */

/** A number from 0 to 1 that depends on the text alone (FNV-1a, then one round of mixing). */
export function chanceOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 0x1_0000_0000;
}

/** A whole number from `low` to `high`. */
export function wholeOf(text: string, low: number, high: number): number {
  return low + Math.floor(chanceOf(text) * (high - low + 1));
}

/** Never fails for lists that are not empty. */
export function oneOf<Item>(text: string, items: readonly [Item, ...Item[]]): Item {
  return items[wholeOf(text, 0, items.length - 1)] ?? items[0];
}
