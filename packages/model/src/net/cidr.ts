/** Address ranges as BigInt intervals; what "the internet" means for a rule. */

export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  /** Inclusive. */
  readonly last: bigint;
}

/** `10.0.0.0/8`, a bare address, IPv6 with `::` and embedded IPv4. Null for anything else. Host bits are ignored. */
export function parseCidr(text: string): AddressRange | null {
  const [address = '', prefix, ...more] = text.trim().split('/');
  if (more.length > 0) return null;
  const family = address.includes(':') ? 6 : 4;
  const bits = family === 4 ? 32 : 128;
  const number = family === 4 ? parseIpv4(address) : parseIpv6(address);
  if (number === null) return null;
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return null;
  const length = prefix === undefined ? bits : Number(prefix);
  if (length > bits) return null;
  const size = 1n << BigInt(bits - length);
  const first = (number / size) * size;
  return { family, first, last: first + size - 1n };
}

function parseIpv4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return null;
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function parseIpv6(text: string): bigint | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const groups = halves.map((half) => (half === '' ? [] : expandGroups(half)));
  if (groups.includes(null)) return null;
  const [head = [], tail = []] = groups.map((group) => group ?? []);
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null;
  if (halves.some((half, index) => index < halves.length - 1 && half.includes('.'))) return null; // an IPv4 form ends the address
  const all = [...head, ...Array.from({ length: missing }, () => 0), ...tail];
  return all.reduce((sum, group) => sum * 65536n + BigInt(group), 0n);
}

/** Sixteen-bit groups of one side of `::`; a last part in IPv4 form gives two. */
function expandGroups(text: string): number[] | null {
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const embedded = index === parts.length - 1 && part.includes('.') ? parseIpv4(part) : null;
    if (embedded !== null) groups.push(Number(embedded >> 16n), Number(embedded & 0xffffn));
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups;
}

/** Sorted, disjoint, neighbours joined; one list for each family. */
export function union(ranges: readonly AddressRange[]): readonly AddressRange[] {
  const sorted = ranges.toSorted((a, b) => a.family - b.family || (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  const joined: AddressRange[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last && last.family === range.family && range.first <= last.last + 1n) {
      if (range.last > last.last) joined[joined.length - 1] = { ...last, last: range.last };
    } else joined.push(range);
  }
  return joined;
}

/** Number of addresses in both. */
export function overlap(ranges: readonly AddressRange[], within: readonly AddressRange[]): bigint {
  let count = 0n;
  const others = union(within);
  for (const a of union(ranges)) {
    for (const b of others) {
      if (a.family !== b.family) continue;
      const first = a.first > b.first ? a.first : b.first;
      const last = a.last < b.last ? a.last : b.last;
      if (last >= first) count += last - first + 1n;
    }
  }
  return count;
}

/** Address blocks no host on the internet has. Source: IANA special-purpose address registries, read 2026-11-22. */
const notInternet = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
].flatMap((text) => parseCidr(text) ?? []);

const wholeIpv4: AddressRange = { family: 4, first: 0n, last: (1n << 32n) - 1n };
/** Global unicast IPv6, RFC 4291 §2.4. */
const globalIpv6: AddressRange = { family: 6, first: 0x2000n << 112n, last: (0x4000n << 112n) - 1n };
const publicIpv4Count = wholeIpv4.last + 1n - overlap([wholeIpv4], notInternet);

/**
 * Do these ranges together admit the internet: at least two fifths of all public IPv4 addresses (128.0.0.0/1 without its multicast and
 * reserved blocks is 43 %), or half of global unicast IPv6? `0.0.0.0/1` + `128.0.0.0/1` does, and so does either of them; a provider's
 * /8 does not. O(n log n).
 */
export function coversInternet(ranges: readonly AddressRange[]): boolean {
  const publicIpv4 = overlap(ranges, [wholeIpv4]) - overlap(ranges, notInternet);
  if (publicIpv4 * 5n >= publicIpv4Count * 2n) return true;
  return overlap(ranges, [globalIpv6]) * 2n >= globalIpv6.last - globalIpv6.first + 1n;
}

/** Does the range hold an address that hosts on the internet have? Documentation and private ranges do not. */
export function holdsPublicAddress(range: AddressRange): boolean {
  if (range.family === 6) return overlap([range], [globalIpv6]) > 0n;
  return overlap([range], [wholeIpv4]) > overlap([range], notInternet);
}

/** Like {@link coversInternet} for texts; those that are no CIDR count for nothing. */
export function isInternet(cidrs: readonly string[]): boolean {
  if (cidrs.includes('0.0.0.0/0') || cidrs.includes('::/0')) return true;
  // One range covers enough of the internet only with a prefix of at most 4 (half of 2000::/3) bits.
  if (cidrs.length === 1 && !/\/0*[0-4]\s*$/.test(cidrs[0] ?? '')) return false;
  return coversInternet(cidrs.flatMap((text) => parseCidr(text) ?? []));
}
