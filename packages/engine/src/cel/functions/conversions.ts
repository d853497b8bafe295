/** Conversions between types, and what tells types. */
import { durationOf, intOf, timestampOf, uintOf } from '../arithmetic.ts';
import { faults } from '../faults.ts';
import type { CelValue, KnownCelValue } from '../values.ts';
import { CelOpaque, CelTypeValue, CelUint, typeNameOf } from '../values.ts';
import type { CelFunction } from './define.ts';
import { bytes, define, int, text, time } from './define.ts';
import { formatDuration, formatTimestamp, parseDuration, parseTimestamp } from './time-texts.ts';

export function conversionFunctions(): readonly CelFunction[] {
  const same = ([a = null]: readonly KnownCelValue[]): CelValue => a;
  return [
    define('int(int): int', same),
    define('int(uint): int', ([a]) => (a instanceof CelUint ? intOf(a.value) : null)),
    define('int(double): int', ([a]) => (typeof a === 'number' && Number.isFinite(a) ? intOf(BigInt(Math.trunc(a))) : faults.overflow())),
    define('int(string): int', ([a]) =>
      /^[+-]?\d{1,20}$/.test(text(a)) ? intOf(BigInt(text(a).replace('+', ''))) : noNumber('int', text(a)),
    ),
    define('int(timestamp): int', ([a]) => time(a) / 1_000_000_000n),
    define('uint(uint): uint', same),
    define('uint(int): uint', ([a]) => uintOf(int(a))),
    define('uint(double): uint', ([a]) =>
      typeof a === 'number' && Number.isFinite(a) ? uintOf(BigInt(Math.trunc(a))) : faults.overflow(),
    ),
    define('uint(string): uint', ([a]) => (/^\d{1,20}$/.test(text(a)) ? uintOf(BigInt(text(a))) : noNumber('uint', text(a)))),
    define('double(double): double', same),
    define('double(int): double', ([a]) => Number(int(a))),
    define('double(uint): double', ([a]) => (a instanceof CelUint ? Number(a.value) : null)),
    define('double(string): double', ([a]) => {
      const value = text(a).trim() === '' ? Number.NaN : Number(text(a));
      return Number.isNaN(value) && text(a) !== 'NaN' ? noNumber('double', text(a)) : value;
    }),
    define('string(string): string', same, true),
    define('string(bool): string', ([a]) => String(a)),
    define('string(number): string', ([a]) => (a instanceof CelUint ? String(a.value) : String(a))),
    define('string(bytes): string', ([a]) => decodeUtf8(bytes(a))),
    define('string(timestamp): string', ([a]) => formatTimestamp(time(a))),
    define('string(duration): string', ([a]) => formatDuration(time(a))),
    define('string(ip): string', ([a]) => (a instanceof CelOpaque ? a.key : null)),
    define('string(cidr): string', ([a]) => (a instanceof CelOpaque ? a.key : null)),
    define('string(url): string', ([a]) => (a instanceof CelOpaque ? a.key : null)),
    define('bytes(bytes): bytes', same),
    define('bytes(string): bytes', ([a]) => encodeUtf8(text(a))),
    define('bool(bool): bool', same),
    define('bool(string): bool', ([a]) => booleans.get(text(a)) ?? faults.badValue('bool', 'neither true nor false')),
    define('timestamp(string): timestamp', ([a]) => parseTimestamp(text(a))),
    define('timestamp(int): timestamp', ([a]) => timestampOf(int(a) * 1_000_000_000n)),
    define('timestamp(timestamp): timestamp', same),
    define('duration(string): duration', ([a]) => parseDuration(text(a))),
    define('duration(int): duration', ([a]) => durationOf(int(a) * 1_000_000_000n)),
    define('duration(duration): duration', same),
    define('dyn(dyn): dyn', same, true),
    define('type(dyn): type', ([a]) => new CelTypeValue(typeNameOf(a ?? null)), true),
  ];
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'True', 'TRUE', 't', '1'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE', 'f', '0'].map((word) => [word, false] as const),
]);

function noNumber(name: string, value: string): CelValue {
  return faults.badValue(name, `${JSON.stringify(value.slice(0, 40))} is no number`);
}

/** UTF-8 without the classes of a runtime; lone surrogates become the replacement character. */
function encodeUtf8(value: string): Uint8Array {
  const encoded: number[] = [];
  for (const character of value.toWellFormed()) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) encoded.push(point);
    else if (point < 0x800) encoded.push(0xc0 | (point >> 6), 0x80 | (point & 63));
    else if (point < 0x10000) encoded.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
    else encoded.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
  }
  return Uint8Array.from(encoded);
}

function decodeUtf8(data: Uint8Array): CelValue {
  let result = '';
  for (let at = 0; at < data.length;) {
    const first = data[at] ?? 0;
    const length =
      first < 0x80 ? 1 : first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
    let point = length === 1 ? first : first & (0xff >> (length + 1));
    const more = data.subarray(at + 1, at + length);
    if (length === 0 || more.length < length - 1 || more.some((byte) => (byte & 0xc0) !== 0x80))
      return faults.badValue('string', 'the bytes are no UTF-8');
    for (const byte of more) point = (point << 6) | (byte & 63);
    const shortest = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0;
    if (point < shortest || point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
      return faults.badValue('string', 'the bytes are no UTF-8');
    result += String.fromCodePoint(point);
    at += length;
  }
  return result;
}
