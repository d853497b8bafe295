/** Bytes of a file → text. */

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; /** Some bytes were no valid text and were replaced. */ readonly damaged: boolean }
  | { readonly kind: 'binary' };

/**
 * UTF-8, or UTF-16 when a byte order mark says so; the mark is not part of the text. Bytes with NULs but without such a mark are binary.
 * Never throws. O(bytes).
 */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes);
  if (bytes.includes(0)) return { kind: 'binary' };
  return decodeAs('utf-8', first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes);
}

function decodeAs(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) return { kind: 'binary' };
  return { kind: 'text', text, damaged: text.includes('\uFFFD') && !isValid(encoding, bytes) };
}

/** A replacement character may also stand in the file itself. */
function isValid(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
