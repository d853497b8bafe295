/** One line of a selection → a predicate: values go through the chain of modifiers from left to right. */
import type { SigmaItem, SigmaScalar } from '@kumomori/model';
import { compileRegex, DERIVED_FIELDS, isDerivedField, parseCidr } from '@kumomori/model';
import { base64, base64Offsets, utf16, utf8 } from './encode.ts';
import type { Bytes } from './encode.ts';
import type { Ordering, Pattern, Predicate, Relation, TimeUnit, ValueTest } from './ir.ts';
import { RejectedError } from './ir.ts';
import { DASHES, anyAfter, anyBefore, mapTexts, parsePattern, plainText, withDashes } from './pattern.ts';
import type { Placeholders } from './placeholders.ts';
import { expandPlaceholders } from './placeholders.ts';

/** A value on its way through the chain. `raw`: the text as it was written, as long as nothing has changed it. */
type Draft =
  | { readonly kind: 'text'; readonly pattern: Pattern; readonly raw: string | null }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'bytes'; readonly bytes: Bytes }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string }
  | { readonly kind: 'reference'; readonly field: string; readonly relation: Relation }
  | { readonly kind: 'exists'; readonly value: boolean }
  | { readonly kind: 'test'; readonly test: ValueTest };

type Step = (draft: Draft) => readonly Draft[];

interface Chain {
  readonly item: SigmaItem;
  readonly name: string;
  readonly placeholders: Placeholders;
  all: boolean;
  cased: boolean;
  neq: boolean;
}

const REGEX_FLAGS: Readonly<Record<string, string>> = { i: 'i', m: 'm', s: 's', ignorecase: 'i', multiline: 'm', dotall: 's' };
const ORDERINGS: readonly Ordering[] = ['lt', 'lte', 'gt', 'gte'];
const UNITS: Readonly<Record<TimeUnit, readonly [number, number]>> = {
  minute: [0, 59],
  hour: [0, 23],
  day: [1, 31],
  week: [1, 53],
  month: [1, 12],
  year: [0, 9999],
};
const MAX_VARIANTS = 3125;

/** Throws RejectedError for chains and values that make no sense; never leaves a modifier out. */
export function compileItem(item: SigmaItem, placeholders: Placeholders): Predicate {
  const name = [item.field ?? '', ...item.modifiers].join('|');
  const chain: Chain = { item, name, placeholders, all: false, cased: false, neq: false };
  known(item.field, chain);
  let drafts = item.values.flatMap((value) => startOf(value, chain));
  for (const [index, modifier] of item.modifiers.entries()) {
    const step = stepOf(modifier.toLowerCase(), index, chain);
    drafts = drafts.flatMap((draft) => step(draft));
  }
  return linked(drafts, chain);
}

/** A derived field that there is none of would silently match nothing. */
function known(field: string | null, chain: Chain): void {
  if (field === null || !isDerivedField(field) || DERIVED_FIELDS.some((each) => each.toLowerCase() === field.toLowerCase())) return;
  throw reject(chain, `there is no such derived field; there are ${DERIVED_FIELDS.join(', ')}`);
}

function reject(chain: Chain, reason: string): RejectedError {
  return new RejectedError(`${chain.name === '' ? 'keywords' : `"${chain.name.slice(0, 100)}"`}: ${reason}`, chain.item.line);
}

function startOf(value: SigmaScalar, chain: Chain): readonly Draft[] {
  if (value === null) return [{ kind: 'null' }];
  if (typeof value === 'number') return [{ kind: 'number', value }];
  if (typeof value === 'boolean') return [{ kind: 'boolean', value }];
  const modifiers = chain.item.modifiers.map((each) => each.toLowerCase());
  if (!modifiers.includes('expand')) return [textDraft(value)];
  const expanded = expandPlaceholders(value, chain.placeholders, modifiers.includes('re') ? escapeRegex : (text) => text);
  if ('missing' in expanded) throw reject(chain, `no values are given for the placeholder %${expanded.missing}%`);
  if ('tooMany' in expanded) throw reject(chain, 'the placeholders stand for too many values');
  return expanded.texts.map((text) => textDraft(text));
}

function textDraft(raw: string): Draft {
  return { kind: 'text', pattern: parsePattern(raw), raw };
}

function escapeRegex(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

function stepOf(modifier: string, index: number, chain: Chain): Step {
  const keep: Step = (draft) => [draft];
  switch (modifier) {
    case 'all':
      chain.all = true;
      return keep;
    case 'cased':
      chain.cased = true;
      return keep;
    case 'neq':
      chain.neq = true;
      return keep;
    case 'expand':
      return keep;
    case 'contains':
    case 'startswith':
    case 'endswith':
      return placed(modifier, chain);
    case 'windash':
      return (draft) => [{ kind: 'text', pattern: withDashes(textIn(draft, modifier, chain)), raw: null }];
    case 're':
      return regexStep(chain);
    case 'exists':
      return existsStep(chain);
    case 'fieldref':
      return referenceStep(chain);
    case 'cidr':
      return cidrStep(chain);
    default:
      return encodingStep(modifier, chain) ?? numberStep(modifier, chain) ?? flagStep(modifier, index, chain);
  }
}

/** The pattern of a text, number or boolean; anything else cannot take a modifier of texts. */
function textIn(draft: Draft, modifier: string, chain: Chain): Pattern {
  if (draft.kind === 'text') return draft.pattern;
  if (draft.kind === 'number' || draft.kind === 'boolean') return [{ kind: 'text', text: String(draft.value) }];
  throw reject(chain, `${modifier} cannot be used on ${wordFor(draft)}`);
}

function wordFor(draft: Draft): string {
  const words: Readonly<Record<Draft['kind'], string>> = {
    ...{ text: 'a text', number: 'a number', boolean: 'true or false', null: 'null', regex: 'a regular expression' },
    ...{ bytes: 'UTF-16 bytes, which need base64 or base64offset next', reference: 'a field', exists: 'exists', test: 'what is compared' },
  };
  return words[draft.kind];
}

function rawIn(draft: Draft, modifier: string, chain: Chain): string {
  if (draft.kind === 'number') return String(draft.value);
  if (draft.kind === 'text' && draft.raw !== null) return draft.raw;
  throw reject(chain, draft.kind === 'text' ? `${modifier} has to come before what changes the text` : `${modifier} needs a text`);
}

function placed(modifier: Exclude<Relation, 'equals'>, chain: Chain): Step {
  return (draft) => {
    if (draft.kind === 'reference') return [{ ...draft, relation: modifier }];
    if (draft.kind === 'regex') {
      const before = modifier === 'startswith' ? '^' : '';
      const after = modifier === 'endswith' ? '$' : '';
      return [{ ...draft, source: before + after === '' ? draft.source : `${before}(?:${draft.source})${after}` }];
    }
    // `contains|fieldref` is read as `fieldref|contains`.
    if (hasModifier(chain, 'fieldref')) return [draft];
    const pattern = textIn(draft, modifier, chain);
    const open = modifier === 'endswith' ? pattern : anyAfter(pattern);
    return [{ kind: 'text', pattern: modifier === 'startswith' ? open : anyBefore(open), raw: null }];
  };
}

function hasModifier(chain: Chain, name: string): boolean {
  return chain.item.modifiers.some((each) => each.toLowerCase() === name);
}

function regexStep(chain: Chain): Step {
  return (draft) => [{ kind: 'regex', source: rawIn(draft, 're', chain), flags: '' }];
}

function flagStep(modifier: string, index: number, chain: Chain): Step {
  const flag = Object.hasOwn(REGEX_FLAGS, modifier) ? REGEX_FLAGS[modifier] : undefined;
  if (flag === undefined) throw reject(chain, `the modifier "${modifier.slice(0, 40)}" does not exist`);
  const before = chain.item.modifiers[index - 1]?.toLowerCase() ?? '';
  if (before !== 're' && !Object.hasOwn(REGEX_FLAGS, before)) throw reject(chain, `"${modifier}" has to follow "re"`);
  return (draft) => (draft.kind === 'regex' ? [{ ...draft, flags: draft.flags + flag }] : [draft]);
}

function existsStep(chain: Chain): Step {
  const { modifiers, values, field } = chain.item;
  if (field === null) throw reject(chain, 'exists needs a field');
  if (modifiers.length !== 1) throw reject(chain, 'exists stands alone');
  if (values.length !== 1) throw reject(chain, 'exists takes one value, true or false');
  return (draft) => {
    if (draft.kind !== 'boolean') throw reject(chain, 'exists takes true or false');
    return [{ kind: 'exists', value: draft.value }];
  };
}

function referenceStep(chain: Chain): Step {
  const relation = (['contains', 'startswith', 'endswith'] as const).find((each) => hasModifier(chain, each)) ?? 'equals';
  if (chain.item.field === null) throw reject(chain, 'fieldref needs a field');
  return (draft) => {
    const field = rawIn(draft, 'fieldref', chain);
    if (draft.kind !== 'text' || field.trim() === '') throw reject(chain, 'fieldref needs the name of a field');
    return [{ kind: 'reference', field: field.trim(), relation }];
  };
}

/** Host bits below the prefix are a mistake, not an address range. */
function cidrStep(chain: Chain): Step {
  return (draft) => {
    const text = rawIn(draft, 'cidr', chain).trim();
    const range = parseCidr(text);
    const address = parseCidr(text.split('/', 1)[0] ?? '');
    if (!range || !address) throw reject(chain, `"${text.slice(0, 60)}" is no address range`);
    if (address.first !== range.first) throw reject(chain, `"${text.slice(0, 60)}" has bits set below its prefix`);
    return [{ kind: 'test', test: { kind: 'cidr', text } }];
  };
}

function encodingStep(modifier: string, chain: Chain): Step | null {
  const wide = (make: (text: string) => Bytes): Step => {
    return (draft) => plainTexts(draft, modifier, chain).map((text): Draft => ({ kind: 'bytes', bytes: make(text) }));
  };
  const bytesIn = (draft: Draft): readonly Bytes[] =>
    draft.kind === 'bytes' ? [draft.bytes] : plainTexts(draft, modifier, chain).map((text) => utf8(text));
  const literal = (text: string): Draft => ({ kind: 'text', pattern: [{ kind: 'text', text }], raw: null });
  switch (modifier) {
    case 'wide':
    case 'utf16le':
      return wide((text) => utf16(text, 'little'));
    case 'utf16be':
      return wide((text) => utf16(text, 'big'));
    case 'utf16':
      return wide((text) => [0xff, 0xfe, ...utf16(text, 'little')]);
    case 'base64':
      return (draft) => bytesIn(draft).map((bytes) => literal(base64(bytes)));
    case 'base64offset':
      return (draft) =>
        bytesIn(draft).flatMap((bytes) => {
          const texts = base64Offsets(bytes);
          if (texts.includes('')) throw reject(chain, 'the text is too short for base64offset');
          return texts.map((text) => literal(text));
        });
    default:
      return null;
  }
}

/** Encodings work on what is known: wildcards cannot be encoded, dashes are written out. */
function plainTexts(draft: Draft, modifier: string, chain: Chain): readonly string[] {
  let texts: readonly string[] = [''];
  for (const piece of textIn(draft, modifier, chain)) {
    if (piece.kind === 'many' || piece.kind === 'one') throw reject(chain, `a text with wildcards cannot be encoded with ${modifier}`);
    const choices = piece.kind === 'text' ? [piece.text] : DASHES;
    texts = texts.flatMap((text) => choices.map((choice) => text + choice));
    if (texts.length > MAX_VARIANTS) throw reject(chain, 'the text has too many variants of its dashes');
  }
  return texts;
}

function numberStep(modifier: string, chain: Chain): Step | null {
  const ordering = ORDERINGS.find((each) => each === modifier);
  if (ordering)
    return (draft) => {
      if (draft.kind === 'test' && draft.test.kind === 'time' && draft.test.ordering === 'eq')
        return [{ kind: 'test', test: { ...draft.test, ordering } }];
      return [{ kind: 'test', test: { kind: 'number', ordering, value: numberIn(draft, modifier, chain) } }];
    };
  if (!isUnit(modifier)) return null;
  return (draft) => {
    const value = numberIn(draft, modifier, chain);
    const [low, high] = UNITS[modifier];
    if (!Number.isInteger(value) || value < low || value > high) throw reject(chain, `${modifier} takes a number from ${low} to ${high}`);
    return [{ kind: 'test', test: { kind: 'time', unit: modifier, ordering: 'eq', value } }];
  };
}

function isUnit(modifier: string): modifier is TimeUnit {
  return Object.hasOwn(UNITS, modifier);
}

function numberIn(draft: Draft, modifier: string, chain: Chain): number {
  const value = draft.kind === 'number' ? draft.value : draft.kind === 'text' ? numeric(draft.raw) : null;
  if (value === null) throw reject(chain, `${modifier} needs a number`);
  return value;
}

function numeric(raw: string | null): number | null {
  return raw !== null && /^[-+]?\d+(?:\.\d+)?$/.test(raw) ? Number(raw) : null;
}

function linked(drafts: readonly Draft[], chain: Chain): Predicate {
  const { item, all, neq, cased } = chain;
  if (cased && drafts.some(({ kind }) => kind === 'regex' || kind === 'test' || kind === 'null'))
    throw reject(chain, 'cased only goes with texts');
  const parts = all ? drafts.map((draft) => finished(draft, chain)) : merged(drafts, chain);
  const [only] = parts;
  const whole: Predicate = parts.length === 1 && only ? only : { kind: all ? 'and' : 'or', parts };
  if (neq && item.field === null) throw reject(chain, 'neq needs a field');
  return neq ? { kind: 'not', part: whole } : whole;
}

/** Exact texts of a list become one look-up. */
function merged(drafts: readonly Draft[], chain: Chain): readonly Predicate[] {
  const texts: string[] = [];
  const others: Predicate[] = [];
  const { field } = chain.item;
  for (const draft of drafts) {
    const text = field !== null && draft.kind === 'text' ? plainText(draft.pattern) : null;
    if (text === null) others.push(finished(draft, chain));
    else texts.push(chain.cased ? text : text.toLowerCase());
  }
  if (texts.length === 0 || field === null) return others;
  return [{ kind: 'field', field, test: { kind: 'texts', texts: [...new Set(texts)], cased: chain.cased } }, ...others];
}

function finished(draft: Draft, chain: Chain): Predicate {
  const { field } = chain.item;
  const { cased } = chain;
  if (draft.kind === 'bytes') throw reject(chain, 'UTF-16 bytes need base64 or base64offset next');
  if (draft.kind === 'regex') {
    const source = draft.flags === '' ? draft.source : `(?${[...new Set(draft.flags)].join('')})${draft.source}`;
    const compiled = compileRegex(source);
    if (compiled.kind === 'error') throw reject(chain, `the regular expression cannot be used: ${compiled.reason}`);
    const test: ValueTest = { kind: 'regex', source };
    return field === null ? { kind: 'keyword', test } : { kind: 'field', field, test };
  }
  if (field === null) return keyword(draft, chain);
  switch (draft.kind) {
    case 'null':
      if (chain.item.modifiers.some((each) => !['all', 'neq'].includes(each.toLowerCase())))
        throw reject(chain, 'null takes no modifier but neq');
      return { kind: 'absent', field };
    case 'exists':
      return draft.value ? { kind: 'present', field } : { kind: 'not', part: { kind: 'present', field } };
    case 'reference':
      return { kind: 'fields', field, other: draft.field, relation: draft.relation, cased };
    case 'test':
      return { kind: 'field', field, test: draft.test };
    case 'number':
      return { kind: 'field', field, test: { kind: 'number', ordering: 'eq', value: draft.value } };
    case 'boolean':
      return { kind: 'field', field, test: { kind: 'texts', texts: [String(draft.value)], cased: false } };
    default: {
      const pattern = cased ? draft.pattern : mapTexts(draft.pattern, (text) => text.toLowerCase());
      const text = plainText(pattern);
      const test: ValueTest = text === null ? { kind: 'text', pattern, cased } : { kind: 'texts', texts: [text], cased };
      return { kind: 'field', field, test };
    }
  }
}

function keyword(draft: Draft, chain: Chain): Predicate {
  if (draft.kind === 'null') throw reject(chain, 'a keyword cannot be null');
  const wrong = chain.item.modifiers.find((each) => ['startswith', 'endswith'].includes(each.toLowerCase()));
  if (wrong !== undefined) throw reject(chain, `${wrong} needs a field; keywords are looked for anywhere`);
  if (draft.kind === 'test' || draft.kind === 'reference' || draft.kind === 'exists') throw reject(chain, 'these modifiers need a field');
  const pattern = anyBefore(anyAfter(textIn(draft, 'a keyword', chain)));
  const spelled = chain.cased ? pattern : mapTexts(pattern, (text) => text.toLowerCase());
  return { kind: 'keyword', test: { kind: 'text', pattern: spelled, cased: chain.cased } };
}
