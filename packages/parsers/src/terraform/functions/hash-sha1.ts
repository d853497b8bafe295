/** SHA-1 (FIPS 180-4 §6.1), for Terraform's sha1, filesha1 and uuidv5. */
import { padMessage, rotateLeft, wordsToBytes } from './hash-bits.ts';

export function sha1(bytes: Uint8Array): Uint8Array {
  const message = padMessage(bytes, 64, true);
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const words = new Uint32Array(80);
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let at = 0; at < 80; at++) {
      words[at] = at < 16 ? message.getUint32(block + at * 4) : rotateLeft(w(at - 3) ^ w(at - 8) ^ w(at - 14) ^ w(at - 16), 1);
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let at = 0; at < 80; at++) {
      const sum = (rotateLeft(a, 5) + round(at, b, c, d) + e + w(at)) | 0;
      [a, b, c, d, e] = [sum, a, rotateLeft(b, 30), c, d];
    }
    for (const [at, word] of [a, b, c, d, e].entries()) state[at] = (state[at] ?? 0) + word;
  }
  return wordsToBytes(state, true);

  function w(at: number): number {
    return words[at] ?? 0;
  }
}

function round(at: number, b: number, c: number, d: number): number {
  if (at < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (at < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  return at < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc : (b ^ c ^ d) + 0xca62c1d6;
}
