/** MD5 (RFC 1321), for Terraform's md5 and filemd5 only; not for security. */
import { padMessage, rotateLeft, wordsToBytes } from './hash-bits.ts';

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Array.from({ length: 64 }, (_, at) => Math.floor(Math.abs(Math.sin(at + 1)) * 2 ** 32));

export function md5(bytes: Uint8Array): Uint8Array {
  const message = padMessage(bytes, 64, false);
  const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  for (let block = 0; block < message.byteLength; block += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (let at = 0; at < 64; at++) {
      const round = at >> 4;
      const [mixed, word] = mix(round, at, [b, c, d]);
      const sum = (a + mixed + (SINES[at] ?? 0) + message.getUint32(block + word * 4, true)) | 0;
      [a, d, c] = [d, c, b];
      b = (b + rotateLeft(sum, SHIFTS[round * 4 + (at & 3)] ?? 0)) | 0;
    }
    for (const [at, word] of [a, b, c, d].entries()) state[at] = (state[at] ?? 0) + word;
  }
  return wordsToBytes(state, false);
}

/** The round function and the index of the message word it adds. */
function mix(round: number, at: number, [b, c, d]: readonly [number, number, number]): readonly [number, number] {
  if (round === 0) return [(b & c) | (~b & d), at];
  if (round === 1) return [(d & b) | (~d & c), (5 * at + 1) & 15];
  return round === 2 ? [b ^ c ^ d, (3 * at + 5) & 15] : [c ^ (b | ~d), (7 * at) & 15];
}
