/** Mutations of text: bytes, tokens, JSON. Each takes its chance from `random` alone. */
import type { Random } from '../../bench/estate/random.ts';

/** Windows of a seed longer than this keep the rate up; whole files are the corpus run's business. */
const WINDOW = 1500;

/** A piece of the text that begins and ends at line breaks, at most about WINDOW long. */
export function windowOf(text: string, random: Random): string {
  if (text.length <= WINDOW) return text;
  const at = random.int(0, text.length - WINDOW);
  return text.slice(text.indexOf('\n', at) + 1, at + WINDOW);
}

const PIECES = [
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '"',
  '\\',
  '${',
  '%{',
  '~}',
  '<<EOT\n',
  '<<-E\n',
  '\nEOT\n',
  '/*',
  '*/',
  '#',
  '\0',
  '\uFEFF',
  '\r\n',
  '\r',
  '=',
  '=>',
  '...',
  '.*',
  '[*]',
  '..',
  '"${"',
  '\\u12',
  '\\U00110000',
  '\uD800',
  '\uDC00',
  '1e999',
  '-',
  '!',
  '?',
  ':',
  ',',
  'for ',
  'if ',
  'null',
  'var.',
  'each.value',
  'é',
  '😀',
  '\u2028',
] as const;

/** One to six changes at the level of UTF-8 bytes, then decoded without complaint, as a file would be. */
export function mutateBytes(seed: string, other: string, random: Random): string {
  let bytes = Buffer.from(seed, 'utf8');
  for (let changes = random.int(1, 6); changes > 0; changes--) bytes = changeBytes(bytes, other, random);
  return bytes.toString('utf8');
}

function changeBytes(bytes: Buffer<ArrayBuffer>, other: string, random: Random): Buffer<ArrayBuffer> {
  const at = random.int(0, bytes.length);
  const end = Math.min(bytes.length, at + random.int(1, 40));
  switch (random.int(0, 7)) {
    case 0: {
      const copy = Buffer.from(bytes);
      if (at < copy.length) copy[at] = random.int(0, 255);
      return copy;
    }
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    case 3:
    case 4:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(PIECES)), bytes.subarray(at)]);
    case 5:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(windowOf(other, random).slice(0, 400)), bytes.subarray(at)]);
    case 6:
      return bytes.subarray(0, at);
    default: {
      const piece = Buffer.from(random.pick(PIECES).repeat(random.int(2, 60)));
      return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
    }
  }
}

const TOKEN = /[A-Za-z_][\w-]*|\d+(?:\.\d+)?|"(?:[^"\\\n]|\\.)*"|\s+|[=!<>]=|&&|\|\||=>|\.\.\.|./gs;

const TOKENS = [
  'each.key',
  'each.value',
  'count.index',
  'self',
  'path.module',
  'terraform.workspace',
  'null',
  '[]',
  '{}',
  '""',
  '-1',
  '1e308',
  '99999999999999999999',
  '0.1',
  'toset([])',
  'range(3)',
  'count',
  'for_each',
  'dynamic',
  'content',
  'iterator',
  'local.a',
  'var.cidrs',
  'module.part',
  'aws_s3_bucket.logs',
  'data.aws_iam_policy_document.logs.json',
  '[*]',
  '...',
  '!',
  '-',
  '+',
  '?',
  ':',
  'sensitive(1)',
  'jsondecode("{\\"a\\":[1]}")',
] as const;

/** Swaps, drops, doubles or replaces whole tokens: mostly still parseable, so that it reaches the evaluator. */
export function mutateTokens(seed: string, random: Random): string {
  const tokens: string[] = seed.match(TOKEN) ?? [];
  for (let changes = random.int(1, 5); changes > 0 && tokens.length > 1; changes--) {
    const at = random.int(0, tokens.length - 1);
    const to = random.int(0, tokens.length - 1);
    switch (random.int(0, 4)) {
      case 0:
        [tokens[at], tokens[to]] = [tokens[to] ?? '', tokens[at] ?? ''];
        break;
      case 1:
        tokens[at] = tokens[to] ?? '';
        break;
      case 2:
        tokens.splice(at, random.int(1, 3));
        break;
      case 3:
        tokens.splice(at, 0, ...tokens.slice(to, to + random.int(1, 8)));
        break;
      default:
        tokens[at] = random.pick(TOKENS);
    }
  }
  return tokens.join('');
}

const JSON_VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  0.1,
  '',
  '${var.name}',
  '${',
  '%{ if }',
  [],
  {},
  [[]],
  [null],
  { for_each: [1] },
  '${local.a}',
  10_000_000,
];

/** A JSON document with one to four of its values replaced, moved or removed; in one case of four also with changed bytes. */
export function mutateJson(seed: string, other: string, random: Random): string {
  let document: unknown = JSON.parse(seed);
  for (let changes = random.int(1, 4); changes > 0; changes--) document = changeJson(document, random);
  const text = JSON.stringify(document, null, random.int(0, 1)) ?? 'null';
  return random.chance(0.25) ? mutateBytes(text, other, random) : text;
}

function changeJson(value: unknown, random: Random): unknown {
  if (random.chance(0.15)) return random.chance(0.3) ? [value] : random.pick(JSON_VALUES);
  if (Array.isArray(value) && value.length > 0) {
    const at = random.int(0, value.length - 1);
    return value.map((item: unknown, index) => (index === at ? changeJson(item, random) : item));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return random.pick(JSON_VALUES);
  const entries = Object.entries(value);
  if (entries.length === 0) return { ['__proto__']: 1, constructor: [], name: random.pick(JSON_VALUES) };
  const at = random.int(0, entries.length - 1);
  if (random.chance(0.1)) return Object.fromEntries(entries.filter((_, index) => index !== at));
  return Object.fromEntries(
    entries.map(([key, item], index) => (index === at ? [changeKey(key, random), changeJson(item, random)] : [key, item])),
  );
}

function changeKey(key: string, random: Random): string {
  return random.chance(0.9) ? key : random.pick(['', '__proto__', 'constructor', 'count', 'for_each', 'dynamic', 'lifecycle', '//', 'a b']);
}
