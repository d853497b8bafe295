/** Subnets of an IPv4 or IPv6 range, as Fn::Cidr counts them. */

/** The first `count` ranges with `hostBits` bits for hosts each (IPv4 default 8, IPv6 64); null when the range does not hold them. */
export function subnetsOf(block: string, count: number, hostBits: number | null): readonly string[] | null {
  const [address = '', prefixText = ''] = block.split('/');
  const bits = address.includes(':') ? 128 : 32;
  const start = bits === 128 ? parseV6(address) : parseV4(address);
  const prefix = /^\d{1,3}$/.test(prefixText) ? Number(prefixText) : NaN;
  const hosts = hostBits ?? (bits === 32 ? 8 : 64);
  if (start === null || !(prefix >= 0 && prefix <= bits) || !Number.isInteger(count) || count < 1) return null;
  if (!Number.isInteger(hosts) || hosts < 1 || hosts > bits - prefix) return null;
  const size = 1n << BigInt(hosts);
  const network = (start >> BigInt(bits - prefix)) << BigInt(bits - prefix);
  if (size * BigInt(count) > 1n << BigInt(bits - prefix)) return null;
  const show = bits === 32 ? formatV4 : formatV6;
  return Array.from({ length: count }, (_, index) => `${show(network + size * BigInt(index))}/${bits - hosts}`);
}

function parseV4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return null;
  return parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
}

function formatV4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join('.');
}

function parseV6(text: string): bigint | null {
  const [head = '', tail, more] = text.split('::');
  if (more !== undefined) return null;
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right];
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return null;
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

/** With the longest run of zeros left out. */
function formatV6(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  const runs = groups.join(':').match(/(?:\b0\b:?){2,}/g) ?? [];
  const longest = runs.toSorted((a, b) => b.length - a.length)[0];
  if (longest === undefined) return groups.join(':');
  return groups.join(':').replace(longest, '::').replace(':::', '::');
}
