/**
 * What a YAML scalar means to Terraform: the YAML 1.1 words for booleans, the YAML 1.2 numbers, dates as text. Measured against
 * github.com/zclconf/go-cty-yaml 1.2.0, the decoder behind yamldecode, on 2026-11-22.
 */
import { parseDecimal } from './decimal.ts';

export interface YamlScalar {
  readonly text: string;
  /** Written without quotes and not as a block. */
  readonly isPlain: boolean;
  /** Written in single or double quotes. */
  readonly isQuoted: boolean;
  /** As resolved: `tag:yaml.org,2002:str`; null when there is none. */
  readonly tag: string | null;
}

/** `problem` completes "yamldecode() failed: …"; `tooLarge` is a number that Terraform knows but we cannot hold. */
export type ScalarMeaning =
  | { readonly plain: string | number | boolean | null }
  | { readonly problem: string }
  | { readonly tooLarge: string };

const PREFIX = 'tag:yaml.org,2002:';
const KNOWN_TAGS = new Set(['str', 'bool', 'int', 'float', 'null', 'timestamp', 'binary']);

const WORDS = new Map<string, boolean | null>([
  ...spellings(['y', 'yes', 'true', 'on'], true),
  ...spellings(['n', 'no', 'false', 'off'], false),
  ...spellings(['null'], null),
  ['', null],
  ['~', null],
]);
const INFINITY = /^[+-]?\.(?:inf|Inf|INF)$/;
const NAN = /^\.(?:nan|NaN|NAN)$/;
const INTEGER = /^(?:[-+]?\d+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

function spellings<T>(words: readonly string[], meaning: T): readonly (readonly [string, T])[] {
  return words.flatMap((word) =>
    [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()].map((each) => [each, meaning] as const),
  );
}

/** The value of a scalar; quoted text and blocks are strings whatever they say. Never throws. */
export function meaningOf({ text, isPlain, isQuoted, tag }: YamlScalar): ScalarMeaning {
  if (tag === null) return isPlain ? meaningOfPlain(text) : { plain: text };
  const name = tag.startsWith(PREFIX) ? tag.slice(PREFIX.length) : '';
  if (!KNOWN_TAGS.has(name)) return { problem: `the tag ${tag.slice(0, 60)} is not supported` };
  if (name === 'str') return { plain: text };
  if (name === 'binary') return isBase64(text) ? { plain: text } : { problem: 'a !!binary is not valid base64' };
  // A tag does not turn a quoted text that looks like something else into that; the decoder leaves it a string.
  if (isQuoted && /^[-+.~\dyYnNtTfFoO]/.test(text)) return { plain: text };
  const word = wordOf(text);
  if (word !== null) return word;
  if (name === 'null') return { plain: null };
  const number = name === 'timestamp' ? null : numberOf(text.replaceAll('_', ''));
  if (name !== 'bool' && number !== null) return number;
  const date = name === 'timestamp' ? timestamp(text) : null;
  return date === null ? { problem: `a text is not a !!${name}` } : { plain: date };
}

/** True when a plain scalar beginning with these characters is a string whatever follows. */
export function isStringFromStart(start: string): boolean {
  if (/^(?:[-+.~\d<]|$)/.test(start)) return false;
  for (const word of WORDS.keys()) if (word.startsWith(start)) return false;
  return true;
}

function meaningOfPlain(text: string): ScalarMeaning {
  const word = wordOf(text);
  if (word !== null) return word;
  if (NAN.test(text)) return { problem: 'NaN is not supported' };
  const date = timestamp(text);
  if (date !== null) return { plain: date };
  return (INTEGER.test(text) || FLOAT.test(text) ? numberOf(text) : null) ?? { plain: text };
}

function wordOf(text: string): ScalarMeaning | null {
  const word = WORDS.get(text);
  if (word !== undefined) return { plain: word };
  return INFINITY.test(text) ? { tooLarge: 'infinity' } : null;
}

function numberOf(text: string): ScalarMeaning | null {
  const based = /^[-+]?0[xXoObB][\da-fA-F]+$/.test(text);
  if (!based && !FLOAT.test(text)) return null;
  const digits = text.replace(/^[-+]/, '');
  const value = based ? Number(digits) * (text.startsWith('-') ? -1 : 1) : (parseDecimal(text) ?? Number.POSITIVE_INFINITY);
  if (Number.isNaN(value)) return null;
  return Number.isFinite(value) ? { plain: value } : { tooLarge: `the number ${text.slice(0, 40)}` };
}

function isBase64(text: string): boolean {
  const joined = text.replaceAll(/[\r\n]/g, '');
  return joined.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(joined);
}

const TIMESTAMP =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?(Z|[-+]\d\d:\d\d))|(?: (\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?))?$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A date in RFC 3339 as Terraform writes it, fractions of seconds cut off; null when it is none. */
function timestamp(text: string): string | null {
  const match = TIMESTAMP.exec(text);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const [hour, minute, second] = [match[4] ?? match[8] ?? '0', match[5] ?? match[9] ?? '0', match[6] ?? match[10] ?? '0'];
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = (DAYS[Number(month) - 1] ?? 0) + (isLeap && Number(month) === 2 ? 1 : 0);
  if (Number(day) < 1 || Number(day) > days || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const zone = match[7] === undefined || /^[-+]00:00$/.test(match[7]) ? 'Z' : match[7];
  if (/^[-+]/.test(zone) && (Number(zone.slice(1, 3)) > 24 || Number(zone.slice(4)) > 59)) return null;
  const two = (digits: string): string => digits.padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${zone}`;
}
