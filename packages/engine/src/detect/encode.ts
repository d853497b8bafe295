/** Encodings of `base64`, `base64offset` and the `utf16` family. Bytes are arrays: there is no TextEncoder in pure code that all platforms share. */

export type Bytes = readonly number[];

export function utf8(text: string): Bytes {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
}

export function utf16(text: string, endian: 'little' | 'big'): Bytes {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes.push(...(endian === 'little' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]));
  }
  return bytes;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64(bytes: Bytes): string {
  const digits = sextets(bytes);
  return digits + '='.repeat((4 - (digits.length % 4)) % 4);
}

/** Without padding; the last digit holds zeros where bytes end. */
function sextets(bytes: Bytes): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const group = (a << 16) | (b << 8) | c;
    const digits = [group >> 18, (group >> 12) & 63, (group >> 6) & 63, group & 63];
    const count = Math.min(4, bytes.length - at + 1);
    for (const digit of digits.slice(0, count)) text += ALPHABET[digit] ?? '';
  }
  return text;
}

/**
 * What of a text is the same in base64 whatever stands before and after it, for each of the three places a text can begin at in a group
 * of three bytes: digits that also hold bits of neighbors are left out.
 */
export function base64Offsets(bytes: Bytes): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const padded = [...Array.from({ length: offset }, () => 0), ...bytes];
    const from = Math.ceil((8 * offset) / 6);
    const to = Math.floor((8 * padded.length) / 6);
    return sextets(padded).slice(from, to);
  });
}
