/** cidrhost, cidrnetmask, cidrsubnet, cidrsubnets for IPv4 and IPv6, in whole-number arithmetic. */
import { listValue, stringValue } from '@kumomori/model';
import type { Range, Value } from '@kumomori/model';
import { toNumberValue } from '../../values/index.ts';
import type { Failure, FunctionTable } from './context.ts';
import { define, fail, isFailure, poison, variadic } from './support.ts';

export const cidrFunctions: FunctionTable = {
  cidrhost: define(['string', 'integer'], ([prefix, host]) => withPrefix(prefix, (network) => hostAddress(network, host))),
  cidrnetmask: define(['string'], ([prefix]) =>
    withPrefix(prefix, (network) => (network.bits === 32 ? formatAddress(mask(network), 32) : fail('IPv6 networks have no netmask'))),
  ),
  cidrsubnet: define(['string', 'integer', 'integer'], ([prefix, bits, number]) =>
    withPrefix(prefix, (network) => {
      const made = subnet(network, bits, BigInt(number));
      return isFailure(made) ? made : formatNetwork(made);
    }),
  ),
  cidrsubnets: variadic(1, 1000, (args, { range }) => subnets(args, range)),
};

interface Network {
  /** The address of the network, host bits cleared. */
  readonly address: bigint;
  readonly length: number;
  readonly bits: 32 | 128;
}

function withPrefix<T>(text: string, use: (network: Network) => T): T | Failure {
  const network = parseNetwork(text);
  return network ? use(network) : fail(`"${text.slice(0, 60)}" is not a network in CIDR notation`);
}

/** A network such as 10.0.0.0/16 or 2001:db8::/32, host bits cleared; null when the text is none. */
export function parseNetwork(text: string): Network | null {
  const match = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(text);
  const address = match ? parseAddress(match[1] ?? '') : null;
  const length = Number(match?.[2]);
  if (!address || length > address.bits || (match?.[2] ?? '').replace(/^0+(?=\d)/, '') !== match?.[2]) return null;
  const network = { address: address.value, length, bits: address.bits };
  return { ...network, address: address.value & mask(network) };
}

interface Address {
  readonly value: bigint;
  readonly bits: 32 | 128;
}

function parseAddress(text: string): Address | null {
  if (!text.includes(':')) {
    const value = parseIpv4(text);
    return value === null ? null : { value, bits: 32 };
  }
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return null;
  const left = parseGroups(head);
  const right = parseGroups(tail ?? '');
  if (!left || !right) return null;
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...left, ...Array.from({ length: missing }, () => 0), ...right];
  return { value: groups.reduce((value, group) => (value << 16n) | BigInt(group), 0n), bits: 128 };
}

function parseIpv4(text: string): bigint | null {
  const octets = text.split('.');
  // Leading zeros are refused: other programs read them as octal.
  if (octets.length !== 4 || !octets.every((octet) => /^(?:0|[1-9]\d{0,2})$/.test(octet) && Number(octet) <= 255)) return null;
  return octets.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n);
}

/** The 16-bit groups of one side of "::"; the last may be an IPv4 address. */
function parseGroups(text: string): readonly number[] | null {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [at, part] of parts.entries()) {
    const ipv4 = at === parts.length - 1 && part.includes('.') ? parseIpv4(part) : null;
    if (ipv4 !== null) groups.push(Number(ipv4 >> 16n), Number(ipv4 & 0xffffn));
    else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return null;
  }
  return groups.length <= 8 ? groups : null;
}

function mask(network: { readonly length: number; readonly bits: number }): bigint {
  const all = (1n << BigInt(network.bits)) - 1n;
  return all ^ ((1n << BigInt(network.bits - network.length)) - 1n);
}

function formatNetwork(network: Network): string {
  return `${formatAddress(network.address, network.bits)}/${network.length}`;
}

/** Dotted decimal, or the shortest IPv6 text (RFC 5952): the longest run of two or more zero groups, the first of equals, becomes "::". */
function formatAddress(value: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, at) => Number((value >> BigInt(112 - 16 * at)) & 0xffffn));
  let best = { start: 0, length: 1 };
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  const hex = groups.map((group) => group.toString(16));
  if (best.length < 2) return hex.join(':');
  return `${hex.slice(0, best.start).join(':')}::${hex.slice(best.start + best.length).join(':')}`;
}

/** Negative host numbers count from the end. */
function hostAddress(network: Network, host: number): string | Failure {
  const size = 1n << BigInt(network.bits - network.length);
  const number = BigInt(host) < 0n ? size + BigInt(host) : BigInt(host);
  if (number < 0n || number >= size) return fail(`a /${network.length} network has no host number ${host}`);
  return formatAddress(network.address + number, network.bits);
}

function subnet(network: Network, newBits: number, number: bigint): Network | Failure {
  const length = network.length + newBits;
  if (newBits < 0) return fail('the number of new bits is negative');
  if (length > network.bits) return fail(`${newBits} more bits do not fit into a /${network.length} network`);
  if (number < 0n || number >= 1n << BigInt(newBits)) return fail(`network number ${number} does not fit into ${newBits} bits`);
  return { address: network.address + (number << BigInt(network.bits - length)), length, bits: network.bits };
}

/** Consecutive subnets of the given sizes, each at the next place where it fits. */
function subnets(args: readonly Value[], range: Range | null): Value | Failure {
  const [prefix, ...sizes] = args;
  const unknown = args.find((arg) => arg.kind === 'unknown' || arg.kind === 'template');
  if (unknown?.kind === 'unknown' || unknown?.kind === 'template') return poison(unknown, args);
  const network = prefix?.kind === 'string' ? parseNetwork(prefix.value) : null;
  if (!network) return fail('argument 1 is not a network in CIDR notation');
  const items: Value[] = [];
  let next = network.address;
  for (const [at, size] of sizes.entries()) {
    const bits = toNumberValue(size);
    // At most 32 new bits in one step is Terraform's own limit.
    if (bits.kind !== 'number' || !Number.isInteger(bits.value) || bits.value < 1 || bits.value > 32)
      return fail(`argument ${at + 2} must be 1 to 32 bits`);
    const length = network.length + bits.value;
    if (length > network.bits) return fail(`${bits.value} more bits do not fit into a /${network.length} network`);
    const step = 1n << BigInt(network.bits - length);
    const address = ((next + step - 1n) / step) * step;
    next = address + step;
    if (next > network.address + (1n << BigInt(network.bits - network.length)))
      return fail(`not enough addresses are left for argument ${at + 2}`);
    items.push(stringValue(formatNetwork({ address, length, bits: network.bits }), range));
  }
  return listValue(items, range);
}
