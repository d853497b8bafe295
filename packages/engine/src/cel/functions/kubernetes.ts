/** Quantities and URLs, as the library of Kubernetes' admission policies has them. Source: Kubernetes documentation, "CEL in Kubernetes", read 2026-11-22. */
import { intOf } from '../arithmetic.ts';
import { faults } from '../faults.ts';
import type { CelKey, CelValue, KnownCelValue } from '../values.ts';
import { ArrayList, CelOpaque, EntryMap } from '../values.ts';
import type { CelFunction } from './define.ts';
import { define, int, text } from './define.ts';

export function kubernetesFunctions(): readonly CelFunction[] {
  return [...quantityFunctions(), ...urlFunctions()];
}

function quantityFunctions(): readonly CelFunction[] {
  const both = (a: KnownCelValue | undefined, b: KnownCelValue | undefined): bigint => nanosOf(a) - nanosOf(b);
  return [
    define(
      'quantity(string): quantity',
      ([a]) => quantityOf(text(a)) ?? faults.badValue('quantity', `${JSON.stringify(text(a).slice(0, 40))} is no quantity`),
    ),
    define('isQuantity(string): bool', ([a]) => quantityOf(text(a)) !== null),
    define('quantity.isGreaterThan(quantity): bool', ([a, b]) => both(a, b) > 0n),
    define('quantity.isLessThan(quantity): bool', ([a, b]) => both(a, b) < 0n),
    define('quantity.compareTo(quantity): int', ([a, b]) => (both(a, b) > 0n ? 1n : both(a, b) < 0n ? -1n : 0n)),
    define('quantity.sign(): int', ([a]) => (nanosOf(a) > 0n ? 1n : nanosOf(a) < 0n ? -1n : 0n)),
    define('quantity.isInteger(): bool', ([a]) => nanosOf(a) % NANO === 0n),
    define('quantity.asInteger(): int', ([a]) =>
      nanosOf(a) % NANO === 0n ? intOf(nanosOf(a) / NANO) : faults.badValue('asInteger', 'it is no whole number'),
    ),
    define('quantity.asApproximateFloat(): double', ([a]) => Number(nanosOf(a)) / 1e9),
    define('quantity.add(quantity): quantity', ([a, b]) => made(nanosOf(a) + nanosOf(b))),
    define('quantity.add(int): quantity', ([a, b]) => made(nanosOf(a) + int(b) * NANO)),
    define('quantity.sub(quantity): quantity', ([a, b]) => made(both(a, b))),
    define('quantity.sub(int): quantity', ([a, b]) => made(nanosOf(a) - int(b) * NANO)),
  ];
}

const NANO = 1_000_000_000n;
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

function made(nanos: bigint): CelOpaque {
  return new CelOpaque('quantity', String(nanos), nanos);
}

/** `500m`, `1.5Gi`, `2e3`; less than a nano is rounded up, as Kubernetes does. */
function quantityOf(value: string): CelOpaque | null {
  const parts = /^([+-]?)(\d{0,30})(?:\.(\d{0,30}))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d{1,2}))?$/.exec(value);
  if (!parts) return null;
  const [, sign, whole = '', fraction = '', binary, suffix = '', exponent = '0'] = parts;
  if (whole === '' && fraction === '') return null;
  const digits = BigInt(`${whole}${fraction}` || '0');
  const scale = binary === undefined ? (DECIMAL[suffix] ?? 0) + Number(exponent) : 0;
  const factor = binary === undefined ? 1n : 1024n ** BigInt(BINARY.indexOf(binary));
  const power = 9 + scale - fraction.length;
  const scaled = digits * factor;
  const size = power >= 0 ? scaled * 10n ** BigInt(power) : ceilDivide(scaled, 10n ** BigInt(-power));
  return made(sign === '-' ? -size : size);
}

function ceilDivide(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by;
}

function nanosOf(value: KnownCelValue | undefined): bigint {
  return value instanceof CelOpaque && typeof value.data === 'bigint' ? value.data : 0n;
}

function urlFunctions(): readonly CelFunction[] {
  return [
    define('url(string): url', ([a]) => urlOf(text(a)) ?? faults.badValue('url', `${JSON.stringify(text(a).slice(0, 60))} is no URL`)),
    define('isURL(string): bool', ([a]) => urlOf(text(a)) !== null),
    define('url.getScheme(): string', ([a]) => part(a, 'scheme')),
    define('url.getHost(): string', ([a]) => part(a, 'host')),
    define('url.getHostname(): string', ([a]) => part(a, 'hostname')),
    define('url.getPort(): string', ([a]) => part(a, 'port')),
    define('url.getEscapedPath(): string', ([a]) => part(a, 'path')),
    define('url.getQuery(): map<string, list<string>>', ([a]) => queryOf(part(a, 'query'))),
  ];
}

/** Absolute URLs and absolute paths, as Kubernetes takes them. */
function urlOf(value: string): CelOpaque | null {
  if (value.length > 8192 || /[\s\p{Cc}]/u.test(value)) return null;
  const parts =
    /^(?:([A-Za-z][A-Za-z0-9+.-]*):\/\/(?:[^/?#@]*@)?(\[[0-9A-Fa-f:.]+\]|[^/?#:[\]]*)(?::(\d*))?)?(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/.exec(
      value,
    );
  if (!parts || (parts[1] === undefined && parts[4] === undefined)) return null;
  const [, scheme = '', host = '', port = '', path = '', query = ''] = parts;
  const hostname = host.replaceAll(/^\[|\]$/g, '');
  return new CelOpaque('url', value, { scheme, host: port === '' ? host : `${host}:${port}`, hostname, port, path, query });
}

function part(value: KnownCelValue | undefined, name: string): string {
  if (!(value instanceof CelOpaque) || typeof value.data !== 'object' || value.data === null) return '';
  const found: unknown = Reflect.get(value.data, name);
  return typeof found === 'string' ? found : '';
}

function queryOf(query: string): CelValue {
  const found = new Map<CelKey, string[]>();
  for (const pair of query === '' ? [] : query.split('&').slice(0, 1000)) {
    const at = pair.indexOf('=');
    const key = decoded(at === -1 ? pair : pair.slice(0, at));
    found.set(key, [...(found.get(key) ?? []), at === -1 ? '' : decoded(pair.slice(at + 1))]);
  }
  return new EntryMap(new Map([...found].map(([key, values]) => [key, new ArrayList(values)] as const)));
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replaceAll('+', ' '));
  } catch (error) {
    if (error instanceof URIError) return value;
    throw error;
  }
}
