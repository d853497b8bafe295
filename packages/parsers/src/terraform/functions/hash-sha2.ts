/** SHA-256 and SHA-512 (FIPS 180-4 §6.2, §6.4). The constants are the fractions of roots of primes, computed once when first used. */
import { padMessage, wordsToBytes } from './hash-bits.ts';

function primes(count: number): readonly bigint[] {
  const found: bigint[] = [];
  for (let candidate = 2n; found.length < count; candidate++) if (found.every((prime) => candidate % prime !== 0n)) found.push(candidate);
  return found;
}

/** The largest integer whose `power`-th power is not above `value`. */
function integerRoot(value: bigint, power: bigint): bigint {
  let low = 0n;
  let high = 1n << (BigInt(value.toString(2).length) / power + 1n);
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** power <= value) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** The first 64 bits of the fractional part of the root of a prime. */
function rootFraction(prime: bigint, power: bigint): bigint {
  return BigInt.asUintN(64, integerRoot(prime << (64n * power), power));
}

interface Constants {
  readonly rounds: readonly bigint[];
  readonly start: readonly bigint[];
}

let constants: Constants | null = null;

function loadConstants(): Constants {
  if (constants) return constants;
  const first = primes(80);
  constants = { rounds: first.map((prime) => rootFraction(prime, 3n)), start: first.slice(0, 8).map((prime) => rootFraction(prime, 2n)) };
  return constants;
}

export function sha256(bytes: Uint8Array): Uint8Array {
  const { rounds, start } = loadConstants();
  const k = Uint32Array.from(rounds.slice(0, 64), (word) => Number(word >> 32n));
  const state = Uint32Array.from(start, (word) => Number(word >> 32n));
  const message = padMessage(bytes, 64, true);
  const words = new Uint32Array(64);
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let at = 0; at < 64; at++) words[at] = at < 16 ? message.getUint32(block + at * 4) : expand256(words, at);
    compress256(state, words, k);
  }
  return wordsToBytes(state, true);
}

function rotate32(word: number, count: number): number {
  return (word >>> count) | (word << (32 - count));
}

function expand256(words: Uint32Array, at: number): number {
  const [older, newer] = [words[at - 15] ?? 0, words[at - 2] ?? 0];
  const s0 = rotate32(older, 7) ^ rotate32(older, 18) ^ (older >>> 3);
  const s1 = rotate32(newer, 17) ^ rotate32(newer, 19) ^ (newer >>> 10);
  return (words[at - 16] ?? 0) + s0 + (words[at - 7] ?? 0) + s1;
}

function compress256(state: Uint32Array, words: Uint32Array, k: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let at = 0; at < 64; at++) {
    const s1 = rotate32(e, 6) ^ rotate32(e, 11) ^ rotate32(e, 25);
    const first = (h + s1 + ((e & f) ^ (~e & g)) + (k[at] ?? 0) + (words[at] ?? 0)) | 0;
    const s0 = rotate32(a, 2) ^ rotate32(a, 13) ^ rotate32(a, 22);
    const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + word;
}

/** Slower than SHA-256 (64-bit words are big integers here): about 1 MB/s, enough for the files Terraform hashes. */
export function sha512(bytes: Uint8Array): Uint8Array {
  const { rounds, start } = loadConstants();
  const state = BigUint64Array.from(start);
  const message = padMessage(bytes, 128, true);
  const words = new BigUint64Array(80);
  for (let block = 0; block < message.byteLength; block += 128) {
    for (let at = 0; at < 80; at++) words[at] = at < 16 ? message.getBigUint64(block + at * 8) : expand512(words, at);
    compress512(state, words, rounds);
  }
  const result = new Uint8Array(64);
  const view = new DataView(result.buffer);
  for (const [at, word] of state.entries()) view.setBigUint64(at * 8, word);
  return result;
}

function rotate64(word: bigint, count: bigint): bigint {
  return BigInt.asUintN(64, (word >> count) | (word << (64n - count)));
}

function expand512(words: BigUint64Array, at: number): bigint {
  const [older, newer] = [words[at - 15] ?? 0n, words[at - 2] ?? 0n];
  const s0 = rotate64(older, 1n) ^ rotate64(older, 8n) ^ (older >> 7n);
  const s1 = rotate64(newer, 19n) ^ rotate64(newer, 61n) ^ (newer >> 6n);
  return (words[at - 16] ?? 0n) + s0 + (words[at - 7] ?? 0n) + s1;
}

function compress512(state: BigUint64Array, words: BigUint64Array, k: readonly bigint[]): void {
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
  for (let at = 0; at < 80; at++) {
    const s1 = rotate64(e, 14n) ^ rotate64(e, 18n) ^ rotate64(e, 41n);
    const first = h + s1 + ((e & f) ^ (~e & g)) + (k[at] ?? 0n) + (words[at] ?? 0n);
    const s0 = rotate64(a, 28n) ^ rotate64(a, 34n) ^ rotate64(a, 39n);
    const second = s0 + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = BigInt.asUintN(64, d + first);
    d = c;
    c = b;
    b = a;
    a = BigInt.asUintN(64, first + second);
  }
  for (const [at, word] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0n) + word;
}
