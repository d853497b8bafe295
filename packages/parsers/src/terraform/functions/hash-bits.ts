/** Shared by the hash functions: padding of the message, bytes of words, hexadecimal and base64 texts. */

/** The message, a 1 bit, zeros, and its length in bits at the end of the last block; block sizes are 64 or 128 bytes. */
export function padMessage(bytes: Uint8Array, blockSize: 64 | 128, bigEndian: boolean): DataView {
  const lengthSize = blockSize / 8;
  const size = Math.ceil((bytes.length + 1 + lengthSize) / blockSize) * blockSize;
  const padded = new Uint8Array(size);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  const bits = BigInt(bytes.length) * 8n;
  view.setBigUint64(size - 8, bits, !bigEndian);
  return view;
}

export function rotateLeft(word: number, count: number): number {
  return (word << count) | (word >>> (32 - count));
}

export function wordsToBytes(words: readonly number[] | Uint32Array, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [at, word] of words.entries()) view.setUint32(at * 4, word, !bigEndian);
  return bytes;
}

export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Standard base64 with padding. O(length). */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const left = bytes.length - at;
    const third = left > 1 ? ALPHABET.charAt((group >> 6) & 63) : '=';
    const fourth = left > 2 ? ALPHABET.charAt(group & 63) : '=';
    parts.push(ALPHABET.charAt(group >> 18) + ALPHABET.charAt((group >> 12) & 63) + third + fourth);
  }
  return parts.join('');
}

/** The bytes of standard base64 with padding; line breaks are skipped as Go does. Null when it is not base64. */
export function fromBase64(text: string): Uint8Array | null {
  const clean = text.replaceAll(/[\r\n]/g, '');
  if (clean.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(clean)) return null;
  const padding = clean.endsWith('==') ? 2 : clean.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((clean.length / 4) * 3 - padding);
  let written = 0;
  for (let at = 0; at < clean.length; at += 4) {
    let group = 0;
    for (let offset = 0; offset < 4; offset++) group = (group << 6) | Math.max(0, CODES[clean.charCodeAt(at + offset)] ?? 0);
    for (let shift = 16; shift >= 0 && written < bytes.length; shift -= 8) bytes[written++] = (group >> shift) & 255;
  }
  return bytes;
}

const CODES: Readonly<Record<number, number>> = Object.fromEntries(Array.from(ALPHABET, (letter, at) => [letter.charCodeAt(0), at]));
