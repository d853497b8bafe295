/** Functions over texts. Lengths and positions count code points, as CEL does. */
import type { CompiledRegex } from '@kumomori/model';
import { HOLE, compileRegex } from '@kumomori/model';
import { textOf } from '../arithmetic.ts';
import { knownItems } from '../equality.ts';
import { faults } from '../faults.ts';
import type { CelRun } from '../run.ts';
import { charge } from '../run.ts';
import type { CelValue, KnownCelValue } from '../values.ts';
import { ArrayList, CelFault, CelPartial } from '../values.ts';
import type { CelFunction } from './define.ts';
import { bytes, define, int, list, text } from './define.ts';

export function stringFunctions(): readonly CelFunction[] {
  return [
    define('string.startsWith(string): bool', ([a, b]) => partly(a, b, { known: (x, y) => x.startsWith(y), certain: begins }), true),
    define('string.endsWith(string): bool', ([a, b]) => partly(a, b, { known: (x, y) => x.endsWith(y), certain: ends }), true),
    define('string.contains(string): bool', ([a, b]) => partly(a, b, { known: (x, y) => x.includes(y), certain: holds }), true),
    define('string.matches(string): bool', ([a, b], run) => matches(text(a), text(b), run)),
    define('matches(string, string): bool', ([a, b], run) => matches(text(a), text(b), run)),
    define('string.glob(string): bool', ([a, b], run) => glob(text(b), text(a), run)),
    define('glob(string, string): bool', ([pattern, a], run) => glob(text(pattern), text(a), run)),
    define('string.size(): int', ([a]) => BigInt(points(text(a)).length)),
    define('size(string): int', ([a]) => BigInt(points(text(a)).length)),
    define('string.lowerAscii(): string', ([a]) => text(a).replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())),
    define('string.upperAscii(): string', ([a]) => text(a).replaceAll(/[a-z]/g, (letter) => letter.toUpperCase())),
    define('string.trim(): string', ([a]) => text(a).trim()),
    define('string.reverse(): string', ([a]) => points(text(a)).toReversed().join('')),
    define('string.charAt(int): string', ([a, at]) => charAt(points(text(a)), Number(int(at)))),
    define('string.indexOf(string): int', ([a, b]) => indexOf(text(a), text(b), 0)),
    define('string.indexOf(string, int): int', ([a, b, from]) => indexOf(text(a), text(b), Number(int(from)))),
    define('string.lastIndexOf(string): int', ([a, b]) => pointIndex(text(a), text(a).lastIndexOf(text(b)))),
    define('string.substring(int): string', ([a, from]) => substring(points(text(a)), Number(int(from)), null)),
    define('string.substring(int, int): string', ([a, from, to]) => substring(points(text(a)), Number(int(from)), Number(int(to)))),
    define('string.replace(string, string): string', ([a, b, c], run) => replace(text(a), { from: text(b), to: text(c), times: -1 }, run)),
    define('string.replace(string, string, int): string', ([a, b, c, n], run) =>
      replace(text(a), { from: text(b), to: text(c), times: Number(int(n)) }, run),
    ),
    define('string.split(string): list<string>', ([a, b], run) => split(text(a), text(b), { limit: -1, run })),
    define('string.split(string, int): list<string>', ([a, b, n], run) => split(text(a), text(b), { limit: Number(int(n)), run })),
    define('list<string>.join(): string', ([a], run) => join(a, '', run)),
    define('list<string>.join(string): string', ([a, b], run) => join(a, text(b), run)),
    define('string.find(string): string', ([a, b], run) => find(text(a), text(b), { limit: 1, run }, (found) => found[0] ?? '')),
    define('string.findAll(string): list<string>', ([a, b], run) =>
      find(text(a), text(b), { limit: -1, run }, (found) => new ArrayList(found)),
    ),
    define('string.findAll(string, int): list<string>', ([a, b, n], run) =>
      find(text(a), text(b), { limit: Number(int(n)), run }, (found) => new ArrayList(found)),
    ),
    define('strings.quote(string): string', ([a]) => JSON.stringify(text(a))),
    define('bytes.size(): int', ([a]) => BigInt(bytes(a).length)),
    define('size(bytes): int', ([a]) => BigInt(bytes(a).length)),
    define('base64.encode(bytes): string', ([a]) => encodeBase64(bytes(a))),
    define('base64.decode(string): bytes', ([a]) => decodeBase64(text(a))),
  ];
}

interface Partly {
  readonly known: (text: string, part: string) => boolean;
  /** Undefined: the unknown parts decide. */
  readonly certain: (pieces: readonly string[], part: string) => boolean | undefined;
}

function partly(left: KnownCelValue | undefined, right: KnownCelValue | undefined, { known, certain }: Partly): CelValue {
  if (right instanceof CelPartial) return right.unknown;
  if (!(left instanceof CelPartial)) return known(text(left), text(right));
  return certain(left.text.split(HOLE), text(right)) ?? left.unknown;
}

function begins([first = '']: readonly string[], part: string): boolean | undefined {
  if (first.startsWith(part)) return true;
  return part.startsWith(first) ? undefined : false;
}
function ends(pieces: readonly string[], part: string): boolean | undefined {
  const last = pieces.at(-1) ?? '';
  if (last.endsWith(part)) return true;
  return part.endsWith(last) ? undefined : false;
}
function holds(pieces: readonly string[], part: string): boolean | undefined {
  return pieces.some((piece) => piece.includes(part)) ? true : undefined;
}

/** Code points; surrogates that stand alone count for themselves. */
function points(value: string): string[] {
  return [...value];
}

function pointIndex(value: string, index: number): bigint {
  return index === -1 ? -1n : BigInt(points(value.slice(0, index)).length);
}

function charAt(characters: readonly string[], at: number): CelValue {
  return at === characters.length ? '' : (characters[at] ?? faults.noIndex(String(at), characters.length));
}

function indexOf(value: string, part: string, from: number): CelValue {
  const characters = points(value);
  if (from < 0 || from > characters.length) return faults.noIndex(String(from), characters.length);
  return pointIndex(value, value.indexOf(part, characters.slice(0, from).join('').length));
}

function substring(characters: readonly string[], from: number, to: number | null): CelValue {
  const end = to ?? characters.length;
  if (from < 0 || end > characters.length || from > end) return faults.noIndex(`${from}:${end}`, characters.length);
  return characters.slice(from, end).join('');
}

function replace(
  value: string,
  { from, to, times }: { readonly from: string; readonly to: string; readonly times: number },
  run: CelRun,
): CelValue {
  const parts = from === '' ? ['', ...points(value), ''] : value.split(from);
  const count = times < 0 ? parts.length - 1 : Math.min(times, parts.length - 1);
  charge(run, (value.length + count * to.length) / 10);
  if (value.length + count * to.length > 1_000_000) return faults.overflow();
  const changed = parts.slice(0, count + 1).join(to);
  return textOf([changed, ...parts.slice(count + 1)].join(from), run);
}

function split(value: string, separator: string, { limit, run }: { readonly limit: number; readonly run: CelRun }): CelValue {
  if (limit === 0) return new ArrayList([]);
  charge(run, value.length);
  const parts = separator === '' ? points(value) : value.split(separator);
  if (limit < 0 || parts.length <= limit) return new ArrayList(parts);
  return new ArrayList([...parts.slice(0, limit - 1), parts.slice(limit - 1).join(separator)]);
}

function join(items: KnownCelValue | undefined, separator: string, run: CelRun): CelValue {
  const known = knownItems(list(items));
  if (!Array.isArray(known)) return known as CelValue; // an answer that is no list of items is a value
  const partial = known.find((item) => item instanceof CelPartial);
  if (partial instanceof CelPartial) return partial.unknown;
  const texts = known.map((item) => (typeof item === 'string' ? item : null));
  if (texts.includes(null)) return faults.noOverload('join', ['list']);
  charge(run, texts.length);
  return textOf(texts.join(separator), run);
}

const MAX_PATTERNS = 500;
const patterns = new Map<string, CompiledRegex | CelFault>();

/** Compiled once; patterns that expressions make up by themselves push old ones out. */
function patternOf(pattern: string): CompiledRegex | CelFault {
  const known = patterns.get(pattern);
  if (known) return known;
  const compiled = compileRegex(pattern);
  const result = compiled.kind === 'error' ? faults.badValue('matches', compiled.reason) : compiled;
  if (patterns.size >= MAX_PATTERNS) patterns.clear();
  patterns.set(pattern, result);
  return result;
}

function matches(value: string, pattern: string, run: CelRun): CelValue {
  charge(run, pattern.length + value.length / 10);
  const compiled = patternOf(pattern);
  return compiled instanceof CelFault ? compiled : compiled.test(value);
}

/** `*` for any characters, `?` for one; everything else stands for itself. */
function glob(pattern: string, value: string, run: CelRun): CelValue {
  const escaped = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\*+/g, '.*')
    .replaceAll('?', '.');
  return matches(value, `(?s)^${escaped}$`, run);
}

interface Finding {
  /** Below 0: all. */
  readonly limit: number;
  readonly run: CelRun;
}

function find(value: string, pattern: string, { limit, run }: Finding, made: (found: readonly string[]) => CelValue): CelValue {
  const compiled = patternOf(pattern);
  if (compiled instanceof CelFault) return compiled;
  const found: string[] = [];
  let from = 0;
  while (from <= value.length && found.length !== limit) {
    charge(run, 1 + (value.length - from) / 10);
    const match = compiled.exec(value, from);
    if (!match) break;
    found.push(value.slice(match.start, match.end));
    from = match.end > match.start ? match.end : match.end + 1;
  }
  return made(found);
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function encodeBase64(data: Uint8Array): string {
  let result = '';
  for (let at = 0; at < data.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [data[at], data[at + 1], data[at + 2]];
    const group = (a << 16) | (b << 8) | c;
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET[(group >> shift) & 63] ?? '');
    result += letters.slice(0, Math.min(4, data.length - at + 1)).join('');
  }
  return result.padEnd(Math.ceil(result.length / 4) * 4, '=');
}

function decodeBase64(value: string): CelValue {
  const letters = value.replace(/=+$/, '');
  const decoded: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of letters) {
    const digit = ALPHABET.indexOf(letter);
    if (digit === -1) return faults.badValue('base64.decode', 'a character that is none of base64');
    held = ((held << 6) | digit) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      decoded.push((held >> bits) & 0xff);
    }
  }
  return Uint8Array.from(decoded);
}
