/**
 * Which addresses nobody outside of the operator's network should make us talk to. Blocks: IANA special-purpose address registries for IPv4
 * and IPv6, read 2026-11-22; addresses of instance metadata as the clouds document them, read 2026-11-22.
 */
import type { AddressRange } from '@kumomori/model';
import { parseCidr } from '@kumomori/model';

/** Why an address is no ordinary host of the internet. */
export type AddressKind =
  | 'unspecified'
  | 'loopback'
  | 'private'
  | 'link-local'
  | 'metadata'
  | 'multicast'
  | 'documentation'
  | 'reserved'
  | 'no-address';

const table = (kind: AddressKind, ...cidrs: readonly string[]): readonly (readonly [AddressKind, AddressRange])[] =>
  cidrs.flatMap((text) => parseCidr(text) ?? []).map((range) => [kind, range] as const);

/** The first that fits decides: single addresses stand before the blocks around them. */
const SPECIAL = [
  // EC2, ECS, EKS; Alibaba; Oracle; Azure's WireServer, which is a public address; EC2 and Google Cloud over IPv6.
  ...table('metadata', '169.254.169.254', '169.254.170.2', '169.254.170.23', '169.254.169.253', '100.100.100.200', '192.0.0.192'),
  ...table('metadata', '168.63.129.16', 'fd00:ec2::254', 'fd00:ec2::23', 'fd20:ce::254'),
  ...table('unspecified', '0.0.0.0/8', '::/128'),
  ...table('loopback', '127.0.0.0/8', '::1/128'),
  ...table('private', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7', 'fec0::/10'),
  ...table('link-local', '169.254.0.0/16', 'fe80::/10'),
  ...table('multicast', '224.0.0.0/4', 'ff00::/8'),
  ...table('documentation', '192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32', '3fff::/20'),
  ...table('reserved', '192.0.0.0/24', '192.88.99.0/24', '198.18.0.0/15', '240.0.0.0/4', '2001::/23'),
];

/** Blocks of IPv6 that hold an IPv4 address, and how far it is from the right end: mapped, compatible, translated (NAT64), 6to4. */
const EMBEDDING: readonly (readonly [AddressRange, bigint])[] = (
  [
    ['::ffff:0:0/96', 0n],
    ['::ffff:0:0:0/96', 0n],
    ['::/96', 0n],
    ['64:ff9b::/96', 0n],
    ['64:ff9b:1::/96', 0n],
    ['2002::/16', 80n],
  ] as const
).flatMap(([text, shift]) => {
  const range = parseCidr(text);
  return range ? [[range, shift] as const] : [];
});

const IPV4 = 0xffff_ffffn;
const GLOBAL_IPV6 = parseCidr('2000::/3');

const holds = (range: AddressRange, family: 4 | 6, number: bigint): boolean =>
  range.family === family && number >= range.first && number <= range.last;

/** The ranges an address stands for: its own, and that of the IPv4 address inside of it. Empty for what is no address. */
function meanings(address: string): readonly { readonly family: 4 | 6; readonly number: bigint }[] {
  const range = address.includes('/') ? null : parseCidr(address.replace(/%.*$/, ''));
  if (!range) return [];
  const own = { family: range.family, number: range.first };
  const inner = EMBEDDING.find(([block]) => holds(block, own.family, own.number));
  // `::` and `::1` are what they are.
  if (!inner || own.number <= 1n) return [own];
  return [own, { family: 4, number: (own.number >> inner[1]) & IPV4 }];
}

/**
 * Null for an ordinary address of the internet, else why it is none. IPv6 addresses that carry an IPv4 address (mapped, 6to4, NAT64) are
 * judged by that one.
 */
export function specialAddress(address: string): AddressKind | null {
  const [own, inner] = meanings(address);
  if (!own) return 'no-address';
  const judged = inner ?? own;
  const special = SPECIAL.find(([, range]) => holds(range, judged.family, judged.number));
  if (special) return special[0];
  if (judged.family === 4 || (GLOBAL_IPV6 && holds(GLOBAL_IPV6, 6, judged.number))) return null;
  return 'reserved';
}

/** Whether one of the CIDRs names the address, or the IPv4 address inside of it. Texts that are no CIDR name nothing. */
export function isNamed(address: string, cidrs: readonly string[]): boolean {
  const own = meanings(address);
  return cidrs.some((text) => {
    const range = parseCidr(text);
    return range !== null && own.some(({ family, number }) => holds(range, family, number));
  });
}
