/** Where a character of a scalar stands in the file: indentation, folding, quotes and escapes are between the two. */

/** The offset in `raw` (the scalar as written, from its first character) of each asked offset in `value`. Walks both once: O(length). */
export function offsetInScalar(raw: string, value: string, offset: number): number {
  let at = startOf(raw);
  for (let index = 0; index < offset && index < value.length; index++) at = after(raw, at, value.charAt(index));
  const wanted = value.charAt(offset);
  if (wanted === '' || isSpace(wanted)) return Math.min(at, raw.length);
  const found = raw.indexOf(wanted, at);
  return found === -1 ? Math.min(at, raw.length) : found;
}

/** Past the quotation mark, or the first line of a block. */
function startOf(raw: string): number {
  const block = /^[|>][^\n]*\n/.exec(raw);
  if (block) return block[0].length;
  return raw.startsWith('"') || raw.startsWith("'") ? 1 : 0;
}

function after(raw: string, at: number, character: string): number {
  if (isSpace(character)) {
    let next = at;
    while (next < raw.length && isSpace(raw.charAt(next))) next++;
    return next;
  }
  const found = raw.indexOf(character, at);
  return found === -1 ? at : found + 1;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t';
}
