/** Addresses and ranges: those of Kubernetes' library, and our own questions about the internet. */
import type { AddressRange } from '@kumomori/model';
import { holdsPublicAddress, isInternet, overlap, parseCidr } from '@kumomori/model';
import { faults } from '../faults.ts';
import type { CelValue, KnownCelValue } from '../values.ts';
import { CelOpaque } from '../values.ts';
import type { CelFunction } from './define.ts';
import { define, text } from './define.ts';

interface Cidr {
  readonly range: AddressRange;
  readonly prefix: number;
  /** The address before the slash, host bits and all. */
  readonly address: string;
}

export function networkFunctions(): readonly CelFunction[] {
  return [
    define('ip(string): ip', ([a]) => ipOf(text(a)) ?? noAddress('ip', text(a))),
    define('isIP(string): bool', ([a]) => ipOf(text(a)) !== null),
    define('cidr(string): cidr', ([a]) => cidrOf(text(a)) ?? noAddress('cidr', text(a))),
    define('isCIDR(string): bool', ([a]) => cidrOf(text(a)) !== null),
    define('isPublicCidr(string): bool', ([a]) => {
      const range = parseCidr(text(a));
      return range ? holdsPublicAddress(range) : noAddress('isPublicCidr', text(a));
    }),
    define('isInternet(string): bool', ([a]) => isInternet([text(a)])),
    ...['contains', 'containsIP'].flatMap((name) => [
      define(`cidr.${name}(ip): bool`, ([a, b]) => containsRange(a, ipRange(b))),
      define(`cidr.${name}(string): bool`, ([a, b]) => containsText(a, text(b))),
    ]),
    ...['contains', 'containsCIDR'].map((name) => define(`cidr.${name}(cidr): bool`, ([a, b]) => containsRange(a, cidrData(b)?.range))),
    define('cidr.containsCIDR(string): bool', ([a, b]) => containsText(a, text(b))),
    define('cidr.ip(): ip', ([a]) => ipOf(cidrData(a)?.address ?? '') ?? null),
    define('cidr.prefixLength(): int', ([a]) => BigInt(cidrData(a)?.prefix ?? 0)),
    define('cidr.masked(): cidr', ([a]) => masked(a)),
    define('cidr.isInternet(): bool', ([a]) => a instanceof CelOpaque && isInternet([a.key])),
    define('ip.family(): int', ([a]) => BigInt(ipRange(a)?.family ?? 4)),
    define('ip.isUnspecified(): bool', ([a]) => ipRange(a)?.first === 0n),
    define('ip.isLoopback(): bool', ([a]) => isIn(a, ['127.0.0.0/8', '::1/128'])),
    define('ip.isLinkLocalUnicast(): bool', ([a]) => isIn(a, ['169.254.0.0/16', 'fe80::/10'])),
    define('ip.isLinkLocalMulticast(): bool', ([a]) => isIn(a, ['224.0.0.0/24', 'ff02::/16'])),
    define('ip.isGlobalUnicast(): bool', ([a]) => !isIn(a, notGlobal) && !isIn(a, ['255.255.255.255/32'])),
    define('ip.isPublic(): bool', ([a]) => {
      const range = ipRange(a);
      return range !== undefined && holdsPublicAddress(range);
    }),
  ];
}

/** Neither unicast nor unspecified, loopback or of the link: RFC 1122, RFC 4291. */
const notGlobal = ['0.0.0.0/32', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '::/128', '::1/128', 'fe80::/10', 'ff00::/8'];

function ipOf(value: string): CelOpaque | null {
  if (value.includes('/') || value.trim() !== value) return null;
  const range = parseCidr(value);
  return range && new CelOpaque('ip', formatAddress(range.family, range.first), range);
}

function cidrOf(value: string): CelOpaque | null {
  const [address = '', prefix] = value.split('/');
  const range = prefix === undefined || value.trim() !== value ? null : parseCidr(value);
  return range && new CelOpaque('cidr', value, { range, prefix: Number(prefix), address } satisfies Cidr);
}

function isRange(data: unknown): data is AddressRange {
  return typeof data === 'object' && data !== null && 'first' in data;
}

function ipRange(value: KnownCelValue | undefined): AddressRange | undefined {
  return value instanceof CelOpaque && isRange(value.data) ? value.data : undefined;
}

function cidrData(value: KnownCelValue | undefined): Cidr | undefined {
  if (!(value instanceof CelOpaque) || value.kind !== 'cidr') return undefined;
  const address = value.key.slice(0, value.key.indexOf('/'));
  const range = parseCidr(value.key);
  return range ? { range, prefix: Number(value.key.slice(address.length + 1)), address } : undefined;
}

function within(outer: AddressRange, inner: AddressRange): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

function containsRange(holder: KnownCelValue | undefined, inner: AddressRange | undefined): boolean {
  const outer = cidrData(holder)?.range;
  return outer !== undefined && inner !== undefined && within(outer, inner);
}

function containsText(holder: KnownCelValue | undefined, value: string): CelValue {
  const range = parseCidr(value);
  return range ? containsRange(holder, range) : noAddress('contains', value);
}

function masked(value: KnownCelValue | undefined): CelValue {
  const data = cidrData(value);
  return data ? (cidrOf(`${formatAddress(data.range.family, data.range.first)}/${data.prefix}`) ?? null) : null;
}

function isIn(value: KnownCelValue | undefined, blocks: readonly string[]): boolean {
  const range = ipRange(value);
  return (
    range !== undefined &&
    overlap(
      [range],
      blocks.flatMap((each) => parseCidr(each) ?? []),
    ) > 0n
  );
}

function noAddress(name: string, value: string): CelValue {
  return faults.badValue(name, `${JSON.stringify(value.slice(0, 60))} is no address or range`);
}

function formatAddress(family: 4 | 6, address: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  const runs = groups.join(':').match(/(?:^|:)0(?::0)+(?=:|$)/g) ?? [];
  const longest = runs.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return groups.join(':');
  const text = groups.join(':').replace(longest, ':');
  return text.startsWith(':') && !text.startsWith('::') ? `:${text}` : text.endsWith(':') && !text.endsWith('::') ? `${text}:` : text;
}
