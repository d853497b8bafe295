import { address } from '../address.ts';
import { clfTime, isoTime } from '../time.ts';
import { textOf } from './paths.ts';
import type { OcsfCast } from './types.ts';

/** A text as the value that a cast makes of it; null where it is no such thing. `value` is what the text was made of. */
export function castText(text: string, value: unknown, cast: OcsfCast): string | number | boolean | readonly string[] | null {
  switch (cast) {
    case 'text':
    case 'json':
      return text;
    case 'integer':
      return /^-?\d{1,15}$/.test(text) ? Number(text) : null;
    case 'number':
      return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : null;
    case 'boolean':
      return booleanOf(text.toLowerCase());
    case 'list':
      return Array.isArray(value) ? (value as readonly unknown[]).map(textOf).filter((each) => each !== null) : [text];
    case 'iso-time':
      return isoTime(text);
    case 'clf-time':
      return clfTime(text);
    case 'unix-seconds':
      return unix(text, 1000);
    case 'unix-millis':
      return unix(text, 1);
    case 'unix-micros':
      return unix(text, 0.001);
    default:
      return partOf(text, cast);
  }
}

function partOf(text: string, cast: 'address' | 'name' | 'port' | 'first-part' | 'last-part' | 'lower'): string | number | null {
  switch (cast) {
    case 'address':
      return address(text);
    case 'name':
      return address(text) === null ? text : null;
    case 'port': {
      const port = /:(\d{1,5})$/.exec(text)?.[1];
      return port === undefined ? null : Number(port);
    }
    case 'first-part':
      return text.split('/', 1)[0] || null;
    case 'last-part':
      return text.slice(text.lastIndexOf('/') + 1) || null;
    case 'lower':
      return text.toLowerCase();
  }
}

function booleanOf(lower: string): boolean | null {
  return lower === 'true' ? true : lower === 'false' ? false : null;
}

/** The last millisecond that a date can be (ECMA-262, Time Values and Time Range); as microseconds it still fits into 64 bits. */
const LATEST = 8_640_000_000_000_000;

function unix(text: string, milliseconds: number): number | null {
  if (!/^\d{1,17}(?:\.\d{1,9})?$/.test(text)) return null;
  const time = Math.floor(Number(text) * milliseconds);
  return time <= LATEST ? time : null;
}
