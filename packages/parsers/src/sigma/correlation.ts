/** Correlations: what is counted or has to come together, over which time, for which group. */
import type { SigmaComparison, SigmaCondition, SigmaCorrelation, SigmaCorrelationType, SigmaMeta } from '@kumomori/model';
import { SIGMA_CORRELATION_TYPES } from '@kumomori/model';
import { parseCondition } from './condition.ts';
import type { Member } from './fields.ts';
import { SigmaError, lineOf, members, scalarOf, shown, textOf, textsOf } from './fields.ts';

const KEYS = new Set(['type', 'rules', 'group-by', 'timespan', 'condition', 'aliases', 'generate', 'field']);
const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };
const OPERATORS: readonly SigmaComparison[] = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq'];
/** Longer than logs are kept. */
const MAX_SECONDS = 10 * 366 * 86_400;

/** Throws SigmaError. `outer` is the key `generate` beside `correlation`, where some write it. */
export function readCorrelation(meta: SigmaMeta, member: Member, outer: Member | undefined): SigmaCorrelation {
  const { value, line } = member;
  if (value.kind !== 'map') throw new SigmaError('the correlation has to be a mapping', line);
  const entries = new Map(members(value, line).map((each) => [each.key, each]));
  for (const [key, each] of entries) if (!KEYS.has(key)) throw new SigmaError(`correlations have no key "${shown(key)}"`, each.line);
  const type = readType(entries.get('type'), line);
  const rules = textsOf(entries.get('rules'), 'rules');
  if (rules.length === 0) throw new SigmaError('the correlation names no rules', line);
  const condition = readCondition(entries.get('condition'), { type, rules, line });
  const fields = condition.fields.length > 0 ? condition.fields : textsOf(entries.get('field'), 'field');
  if (type.startsWith('value_') && fields.length === 0) throw new SigmaError(`${type} needs a field in its condition`, line);
  if (!type.startsWith('value_') && fields.length > 0) throw new SigmaError(`${type} has no use for a field`, line);
  if (type !== 'value_count' && fields.length > 1) throw new SigmaError(`${type} takes one field`, line);
  return {
    ...meta,
    ...{ kind: 'correlation', type, rules, bounds: condition.bounds, expression: condition.expression, percentile: condition.percentile },
    groupBy: textsOf(entries.get('group-by'), 'group-by'),
    timespanSeconds: readTimespan(entries.get('timespan'), line),
    valueFields: fields,
    aliases: readAliases(entries.get('aliases')),
    generate: readFlag(entries.get('generate')) ?? readFlag(outer) ?? false,
  };
}

function readType(member: Member | undefined, line: number): SigmaCorrelationType {
  const text = textOf(member, 'type');
  if (text === null) throw new SigmaError('the correlation has no type', line);
  const type = SIGMA_CORRELATION_TYPES.find((each) => each === text);
  if (!type) throw new SigmaError(`the correlation type "${shown(text)}" is not one of ${SIGMA_CORRELATION_TYPES.join(', ')}`, line);
  return type;
}

function readTimespan(member: Member | undefined, line: number): number {
  const text = textOf(member, 'timespan');
  if (text === null) throw new SigmaError('the correlation has no timespan', line);
  const match = /^(\d{1,9})([smhdw])$/.exec(text.trim());
  const seconds = Number(match?.[1]) * (SECONDS[match?.[2] ?? ''] ?? Number.NaN);
  if (!(seconds > 0 && seconds <= MAX_SECONDS))
    throw new SigmaError(`the timespan "${shown(text)}" is not a number with s, m, h, d or w, of at most ten years`, member?.line ?? line);
  return seconds;
}

function readFlag(member: Member | undefined): boolean | null {
  if (!member || member.value.kind === 'null') return null;
  if (member.value.kind !== 'bool') throw new SigmaError('generate has to be true or false', member.line);
  return member.value.value;
}

interface ReadCondition {
  readonly bounds: SigmaCorrelation['bounds'];
  readonly fields: readonly string[];
  readonly percentile: number | null;
  readonly expression: SigmaCondition | null;
}

interface ConditionOf {
  readonly type: SigmaCorrelationType;
  readonly rules: readonly string[];
  readonly line: number;
}

const NO_CONDITION: ReadCondition = { bounds: [], fields: [], percentile: null, expression: null };

function readCondition(member: Member | undefined, { type, rules, line }: ConditionOf): ReadCondition {
  const isTemporal = type === 'temporal' || type === 'temporal_ordered';
  if (!member || member.value.kind === 'null') {
    if (isTemporal) return NO_CONDITION;
    throw new SigmaError(`${type} needs a condition`, line);
  }
  if (member.value.kind === 'string') {
    if (!isTemporal) throw new SigmaError(`the condition of ${type} has to be a mapping such as "gte: 10"`, member.line);
    const expression = parseCondition(member.value.value, { names: rules, line: member.line, what: 'rule' });
    if (!needsOne(expression)) throw new SigmaError('the condition holds where nothing happens at all', member.line);
    return { ...NO_CONDITION, expression };
  }
  if (member.value.kind !== 'map') throw new SigmaError('the condition of a correlation has to be a mapping', member.line);
  return readBounds(members(member.value, member.line), { type, rules, line: member.line });
}

/** False when the condition is true of no events. */
function needsOne(condition: SigmaCondition): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.some((part) => needsOne(part));
    case 'or':
      return condition.parts.every((part) => needsOne(part));
    case 'not':
      return !needsOne(condition.part) && condition.part.kind === 'not';
    default:
      return true;
  }
}

function readBounds(entries: readonly Member[], { type, line }: ConditionOf): ReadCondition {
  const bounds: { operator: SigmaComparison; value: number }[] = [];
  let fields: readonly string[] = [];
  let percentile: number | null = null;
  for (const entry of entries) {
    const operator = OPERATORS.find((each) => each === entry.key);
    if (operator) bounds.push({ operator, value: numberOf(entry) });
    else if (entry.key === 'field') fields = textsOf(entry, 'field');
    else if (entry.key === 'percentile' && type === 'value_percentile') percentile = numberOf(entry);
    else throw new SigmaError(`the condition of ${type} has no key "${shown(entry.key)}"`, entry.line);
  }
  if (bounds.length === 0) throw new SigmaError(`the condition of ${type} needs one of ${OPERATORS.join(', ')}`, line);
  if (type === 'value_percentile' && percentile === null)
    throw new SigmaError('value_percentile needs "percentile" in its condition: which one to take, 0 to 100', line);
  if (percentile !== null && (percentile < 0 || percentile > 100)) throw new SigmaError('percentile has to be from 0 to 100', line);
  return { bounds, fields, percentile, expression: null };
}

function numberOf({ key, value, line }: Member): number {
  const scalar = scalarOf(value)?.scalar;
  const number = typeof scalar === 'string' && /^-?\d+(?:\.\d+)?$/.test(scalar) ? Number(scalar) : scalar;
  if (typeof number !== 'number') throw new SigmaError(`${shown(key)} has to be a number`, lineOf(value, line));
  return number;
}

function readAliases(member: Member | undefined): SigmaCorrelation['aliases'] {
  if (!member || member.value.kind === 'null') return new Map();
  if (member.value.kind !== 'map') throw new SigmaError('aliases have to be a mapping', member.line);
  return new Map(
    members(member.value, member.line).map(({ key, value, line }) => {
      if (value.kind !== 'map') throw new SigmaError(`the alias "${shown(key)}" has to be a mapping of rules to fields`, line);
      const fields = members(value, line).map((each): readonly [string, string] => {
        const field = textOf(each, `the alias "${shown(key)}"`);
        if (field === null) throw new SigmaError(`the alias "${shown(key)}" has no field for "${shown(each.key)}"`, each.line);
        return [each.key, field];
      });
      return [key, new Map(fields)] as const;
    }),
  );
}
