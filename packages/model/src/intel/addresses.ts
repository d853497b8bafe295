/** Addresses in one spelling. IPv4 in IPv6 notation (`::ffff:192.0.2.1`) is IPv4. */
import { parseCidr } from '../net/index.ts';
import type { AddressRange } from '../net/index.ts';

/** The 32 bits of a dotted address, -1 for anything else. Leading zeros are read as decimal. No allocation. */
export function ipv4Number(text: string): number {
  let [value, octet, digits, dots] = [0, 0, 0, 0];
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? 46 : text.charCodeAt(at);
    if (code === 46) {
      if (digits === 0 || octet > 255) return -1;
      value = value * 256 + octet;
      octet = 0;
      digits = 0;
      if (++dots > 4) return -1;
    } else if (code >= 48 && code <= 57 && digits < 3) {
      octet = octet * 10 + code - 48;
      digits++;
    } else return -1;
  }
  return dots === 4 ? value : -1;
}

const MAPPED = 0xffffn << 32n;

/** An address as one number and its family; null for anything else, ranges too. */
export function addressNumber(text: string): { readonly family: 4 | 6; readonly number: bigint } | null {
  const four = ipv4Number(text);
  if (four >= 0) return { family: 4, number: BigInt(four) };
  if (text.length > 45 || !text.includes(':') || text.includes('/')) return null;
  const range = parseCidr(text);
  if (!range || range.family !== 6) return null;
  const number = range.first;
  return number >> 32n === MAPPED >> 32n ? { family: 4, number: number & 0xffffffffn } : { family: 6, number };
}

export function addressText(family: 4 | 6, number: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => String((number >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => Number((number >> BigInt(112 - 16 * index)) & 0xffffn));
  const [at, length] = longestZeros(groups);
  const hex = (part: readonly number[]): string => part.map((each) => each.toString(16)).join(':');
  return length < 2 ? hex(groups) : `${hex(groups.slice(0, at))}::${hex(groups.slice(at + length))}`;
}

function longestZeros(groups: readonly number[]): readonly [number, number] {
  let best: readonly [number, number] = [0, 0];
  let start = -1;
  for (const [index, group] of [...groups, 1].entries()) {
    if (group === 0) start = start < 0 ? index : start;
    else if (start >= 0) {
      if (index - start > best[1]) best = [start, index - start];
      start = -1;
    }
  }
  return best;
}

/** A CIDR, `FIRST-LAST` of one family, or a bare address. Null for anything else. */
export function rangeOf(text: string): AddressRange | null {
  const dash = text.indexOf('-');
  if (dash < 0) {
    const single = addressNumber(text);
    if (single) return { family: single.family, first: single.number, last: single.number };
    return text.length > 60 ? null : parseCidr(text);
  }
  const [from, to] = [addressNumber(text.slice(0, dash).trim()), addressNumber(text.slice(dash + 1).trim())];
  return from && to && from.family === to.family && from.number <= to.number
    ? { family: from.family, first: from.number, last: to.number }
    : null;
}

/** `198.51.100.0/24` where the range is one block, else `FIRST-LAST`. */
export function rangeText({ family, first, last }: AddressRange): string {
  const size = last - first + 1n;
  const bits = size.toString(2).length - 1;
  const isBlock = size === 1n << BigInt(bits) && first % size === 0n;
  if (isBlock) return `${addressText(family, first)}/${(family === 4 ? 32 : 128) - bits}`;
  return `${addressText(family, first)}-${addressText(family, last)}`;
}
