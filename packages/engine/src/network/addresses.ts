/** Sets of addresses: IPv4 and IPv6 on one line of numbers, IPv6 behind IPv4. Private blocks: IANA special-purpose registries, read 2026-11-22. */
import { parseCidr } from '@kumomori/model';
import type { Ranges } from './ranges.ts';
import { intersectionOf, pairsOf, unionOf, without } from './ranges.ts';

export type AddressSet = Ranges<bigint>;
export type Family = 4 | 6;

const SIX = 1n << 128n;
export const NO_ADDRESS: AddressSet = [];

/** Null for what is no CIDR. */
export function addressesOf(text: string): AddressSet | null {
  const range = parseCidr(text);
  if (!range) return null;
  const base = range.family === 6 ? SIX : 0n;
  return [base + range.first, base + range.last + 1n];
}

function all(texts: readonly string[]): AddressSet {
  return unionOf(texts.map((text) => addressesOf(text) ?? NO_ADDRESS));
}

const EVERY_IPV4 = all(['0.0.0.0/0']);
/** What no host on the internet has. Blocks for documentation count as public: examples stand for public addresses by them. */
const SPECIAL = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/3'],
];
export const INTERNET: Readonly<Record<Family, AddressSet>> = { 4: without(EVERY_IPV4, all(SPECIAL)), 6: all(['2000::/3']) };
export const ANYWHERE: AddressSet = all(['0.0.0.0/0', '::/0']);

/** From so many public addresses on a source counts as the internet: an IPv4 /8, an IPv6 /16. Whoever rents a machine has one of them. */
const MANY: Readonly<Record<Family, bigint>> = { 4: 1n << 24n, 6: 1n << 112n };

export function isInternetOf(family: Family, set: AddressSet): boolean {
  return count(intersectionOf(set, INTERNET[family])) >= MANY[family];
}

function count(set: AddressSet): bigint {
  let sum = 0n;
  for (const [from, to] of pairsOf(set)) sum += to - from;
  return sum;
}

/** The length behind the slash when only the address is not known. */
export function knownLength(text: string): number | null {
  const found = /\/(\d{1,3})$/.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** As the fewest CIDRs; at most `limit`. */
export function cidrsOf(set: AddressSet, limit = 8): readonly string[] {
  const found: string[] = [];
  for (const [start, end] of pairsOf(set)) {
    let from = start;
    while (from < end && found.length < limit) {
      const isSix = from >= SIX;
      const bits = isSix ? 128 : 32;
      const address = isSix ? from - SIX : from;
      let free = 0;
      while (free < bits && (address >> BigInt(free)) % 2n === 0n && from + (1n << BigInt(free + 1)) <= end) free += 1;
      found.push(`${isSix ? textOfSix(address) : textOfFour(address)}/${bits - free}`);
      from += 1n << BigInt(free);
    }
  }
  return found;
}

function textOfFour(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.');
}

/** Without the longest run of zeros (RFC 5952). */
function textOfSix(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16)).join(':');
  const runs = groups.match(/(?:^|:)0(?::0)+(?=:|$)/g) ?? [];
  const longest = runs.toSorted((a, b) => b.length - a.length)[0];
  return longest === undefined ? groups : groups.replace(longest, '::').replace(/:{3,}/, '::');
}
