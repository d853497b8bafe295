/** Conditions as expressions: constants, and / or / not, simplified while they are built; one line for people. */
import type { AccessCondition } from './types.ts';
import { baseOperators } from './operators.ts';

/** True: always, false: never. */
export type Formula = boolean | AccessCondition;

/** Where more parts than this come together, the rest is kept as it is: comparing all with all would take long. */
const MAX_COMPARED = 200;

export function andOf(...parts: readonly Formula[]): Formula {
  return join('and', parts);
}

export function orOf(...parts: readonly Formula[]): Formula {
  return join('or', parts);
}

export function notOf(part: Formula): Formula {
  if (typeof part === 'boolean') return !part;
  const known = opposites.get(part);
  if (known !== undefined) return known;
  const opposite = negated(part);
  opposites.set(part, opposite);
  return opposite;
}

/** The same conditions come up in request after request. */
const opposites = new WeakMap<AccessCondition, Formula>();

function negated(part: AccessCondition): Formula {
  if (part.kind === 'not') return part.of;
  if (part.kind === 'and') return orOf(...part.of.map(notOf));
  if (part.kind === 'or') return andOf(...part.of.map(notOf));
  return oppositeTest(part) ?? { kind: 'not', of: part };
}

/** `StringNotEquals` for `StringEquals`: exact also where the key is missing. Set operators and IfExists have no such partner. */
function oppositeTest(part: AccessCondition): AccessCondition | null {
  if (part.kind !== 'test') return null;
  if (part.operator.toLowerCase() === 'null' && part.values.length === 1) {
    const flipped = { true: 'false', false: 'true' }[part.values[0]?.toLowerCase() ?? ''];
    return flipped === undefined ? null : { ...part, values: [flipped] };
  }
  const opposite = baseOperators.get(part.operator.toLowerCase())?.opposite ?? null;
  return opposite === null ? null : { ...part, operator: opposite };
}

/** Flattened, without what is said twice; `a or (a and b)` is `a`; something and its opposite decide. */
function join(kind: 'and' | 'or', parts: readonly Formula[]): Formula {
  const decisive = kind === 'or';
  const single = onlyOne(parts, decisive);
  if (single !== null && (typeof single === 'boolean' || single.kind !== kind)) return single;
  const flat: AccessCondition[] = [];
  const seen = new Set<string>();
  for (const part of parts) {
    if (part === decisive) return decisive;
    if (typeof part === 'boolean') continue;
    for (const each of part.kind === kind ? part.of : [part]) {
      const text = keyOf(each);
      if (!seen.has(text)) flat.push(each);
      seen.add(text);
    }
  }
  if (flat.some((each) => seen.has(keyOf(notOf(each))))) return decisive;
  const kept = flat.length > MAX_COMPARED ? flat : flat.filter((each) => !isAbsorbed(each, kind, seen));
  const [only] = kept;
  if (only === undefined) return !decisive;
  return kept.length === 1 ? only : { kind, of: kept };
}

/** What is left when all parts but one say nothing, which is most of the time; null: there is more to join. */
function onlyOne(parts: readonly Formula[], decisive: boolean): Formula | null {
  let only: Formula = !decisive;
  for (const part of parts) {
    if (part === decisive) return decisive;
    if (typeof part === 'boolean' || part === only) continue;
    if (typeof only !== 'boolean') return null;
    only = part;
  }
  return only;
}

/** In an "or", an "and" that holds one of the other parts adds nothing; and the other way round. */
function isAbsorbed(part: AccessCondition, kind: 'and' | 'or', others: ReadonlySet<string>): boolean {
  const inner = kind === 'and' ? 'or' : 'and';
  return part.kind === inner && part.of.some((each) => others.has(keyOf(each)));
}

/** The same text for conditions that mean the same, as far as order and case of names go. */
function keyOf(condition: Formula): string {
  if (typeof condition === 'boolean') return String(condition);
  const known = keys.get(condition);
  if (known !== undefined) return known;
  const key = writtenKey(condition);
  keys.set(condition, key);
  return key;
}

/** Joined conditions hold the same parts again and again. */
const keys = new WeakMap<AccessCondition, string>();

function writtenKey(condition: AccessCondition): string {
  switch (condition.kind) {
    case 'test':
      return JSON.stringify([condition.operator.toLowerCase(), condition.key.toLowerCase(), condition.values.toSorted()]);
    case 'unknown-value':
      return JSON.stringify(['?', condition.element, condition.text]);
    case 'not':
      return `!${keyOf(condition.of)}`;
    default:
      return `${condition.kind}(${condition.of.map(keyOf).toSorted().join()})`;
  }
}

const MAX_SHOWN = 6;

/** One line: `aws:SourceVpce StringEquals "vpce-1" and not (…)`. */
export function printCondition(condition: AccessCondition): string {
  switch (condition.kind) {
    case 'test':
      return `${condition.key} ${condition.operator} ${printValues(condition.values)}`;
    case 'unknown-value':
      return `${condition.element} is ${JSON.stringify(condition.text.replaceAll('\uFFFC', '…'))}`;
    case 'not':
      return `not (${printCondition(condition.of)})`;
    default:
      return condition.of
        .map((each) => (each.kind === 'and' || each.kind === 'or' ? `(${printCondition(each)})` : printCondition(each)))
        .join(` ${condition.kind} `);
  }
}

function printValues(values: readonly string[]): string {
  const shown = values.slice(0, MAX_SHOWN).map((value) => JSON.stringify(value.replaceAll('\uFFFC', '…')));
  const more = values.length > MAX_SHOWN ? [`… ${values.length - MAX_SHOWN} more`] : [];
  const [only = '""'] = shown;
  return values.length === 1 ? only : `[${[...shown, ...more].join(', ')}]`;
}
