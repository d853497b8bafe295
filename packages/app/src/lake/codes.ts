/**
 * Which operations a file of the lake tells of, as a Bloom filter in its line of the ledger: a question about operations that are hardly ever
 * called opens only the files that may hold them. Says "perhaps" of about 1 in 400 names that are not there, "no" of none that is.
 * B. H. Bloom, "Space/Time Trade-offs in Hash Coding with Allowable Errors", CACM 13(7), 1970.
 */

const BITS_PER_NAME = 16;
const HASHES = 4;
/** Files with more than that are opened for every question: 16 bits for each name. */
export const MAX_NAMES = 1024;
const LEAST_BITS = 64;

/** The filter in base64; empty: no names at all. Null for more names than are worth the room. */
export function codesOf(names: ReadonlySet<string>): string | null {
  if (names.size === 0) return '';
  if (names.size > MAX_NAMES) return null;
  let bits = LEAST_BITS;
  while (bits < names.size * BITS_PER_NAME) bits *= 2;
  const filter = Buffer.alloc(bits / 8);
  for (const name of names) for (const at of places(name, bits)) filter[at >>> 3] = (filter[at >>> 3] ?? 0) | (1 << (at & 7));
  return filter.toString('base64');
}

/** May a file with these codes hold the name? True for files that do not say. */
export function mayHold(codes: string | null | undefined, name: string): boolean {
  if (codes === undefined || codes === null) return true;
  if (codes === '') return false;
  const filter = Buffer.from(codes, 'base64');
  const bits = filter.length * 8;
  // What we did not write says nothing.
  if (bits < LEAST_BITS || (bits & (bits - 1)) !== 0) return true;
  return places(name, bits).every((at) => ((filter[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0);
}

/** Two hashes make all (Kirsch and Mitzenmacher, "Less Hashing, Same Performance", 2006). `bits`: a power of two. */
function places(name: string, bits: number): readonly number[] {
  const bytes = Buffer.from(name);
  const [first, second] = [fnv(bytes, 0x811c9dc5), fnv(bytes, 0x9747b28c) | 1];
  return Array.from({ length: HASHES }, (_, index) => ((first + Math.imul(second, index)) >>> 0) & (bits - 1));
}

/** FNV-1a with 32 bits, its bits mixed once more: the lowest ones alone are used. */
function fnv(bytes: Uint8Array, basis: number): number {
  let hash = basis;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
