/** One layer's statements for the explanation: those that allow, those that deny, and those that nearly would. */
import { HOLE } from '@kumomori/model';
import type { CompiledPolicy, CompiledStatement } from './compile.ts';
import { actionMatch } from './compile.ts';
import type { CompiledCondition } from './condition.ts';
import type { Formula } from './formula.ts';
import { andOf } from './formula.ts';
import type { Reader } from './match.ts';
import { allowsCaller, bodyFormula, bodyMatch, callerFormula, deniesCaller, lacksResource } from './match.ts';
import { UNKNOWN } from './request.ts';
import type { Three } from '../three.ts';
import { MAYBE, NO, YES, both } from '../three.ts';
import type { AccessReason, Because, LayerName, MissedElement, StatementElement } from './types.ts';
import { anyway } from './who.ts';

export interface LayerToExplain {
  readonly layer: LayerName;
  readonly policies: readonly CompiledPolicy[];
  /** For SCPs and RCPs. */
  readonly level: string | null;
  readonly reader: Reader;
  /** An RCP level that allows by AWS's own policy. */
  readonly isOpen?: boolean;
}

interface Judged {
  readonly statement: CompiledStatement;
  readonly policy: number;
  readonly action: Three;
  readonly caller: Three;
  readonly body: Three;
}

const MAX_MISSES = 3;
const MAX_LENGTH = 200;

/** Also those that are refused, which decide nothing. */
function judgeAll(part: LayerToExplain): readonly Judged[] {
  const { reader, policies } = part;
  return policies.flatMap(({ statements }, policy) =>
    statements.flatMap((statement): readonly Judged[] => {
      if (statement.effect !== 'Allow') return [];
      const action = actionMatch(statement, reader.request.action);
      return action === NO ? [] : [judgedOne(part, { statement, policy, action })];
    }),
  );
}

/** Statements about the action, which a policy finds without going through the others. */
function judge(part: LayerToExplain, effect: 'Allow' | 'Deny'): readonly Judged[] {
  const found: Judged[] = [];
  for (const [policy, each] of part.policies.entries()) {
    const { allow, deny, isCertain } = each.candidates(part.reader.request.action);
    for (const statement of (effect === 'Allow' ? allow : deny).all)
      found.push(judgedOne(part, { statement, policy, action: isCertain?.get(statement) ?? YES }));
  }
  return found;
}

function judgedOne({ reader }: LayerToExplain, about: Pick<Judged, 'statement' | 'policy' | 'action'>): Judged {
  const { statement, action } = about;
  const isAllow = statement.effect === 'Allow';
  const isRefused = isAllow && (statement.refused || lacksResource(statement, reader.reading));
  const caller = isAllow ? anyway(allowsCaller(statement, reader)) : deniesCaller(statement, reader);
  return { ...about, caller, body: isRefused ? NO : bodyMatch(statement, action, reader.request) };
}

export function allowsIn(part: LayerToExplain): readonly Because[] {
  return judge(part, 'Allow').flatMap((judged) => {
    const value = both(judged.caller, judged.body);
    if (value === NO || (value === MAYBE && part.reader.request.isStrict)) return [];
    return [step(part, judged, { effect: 'allow', reason: 'statement-allows' })];
  });
}

export function deniesIn(part: LayerToExplain): readonly Because[] {
  return judge(part, 'Deny').flatMap((judged) => {
    const value = both(judged.caller, judged.body);
    if (value === NO) return [];
    const reason = value === MAYBE && part.reader.request.isStrict ? 'statement-may-deny' : 'statement-denies';
    return [step(part, judged, { effect: 'deny', reason })];
  });
}

/** The statements about the action that come nearest, or that there is none. */
export function missesIn(part: LayerToExplain): readonly Because[] {
  const level = part.level === null ? {} : { level: part.level };
  const none = { layer: part.layer, effect: 'none', matched: [], ...level } as const;
  if (part.policies.every(({ statements }) => statements.length === 0)) return [{ ...none, reason: 'no-policy' }];
  const near = judgeAll(part)
    .map((judged) => ({ judged, missed: missedBy(part, judged) }))
    .toSorted((a, b) => a.missed.length - b.missed.length)
    .slice(0, MAX_MISSES);
  if (near.length === 0) return [{ ...none, reason: 'nothing-allows' }];
  return near.map(({ judged, missed }) => {
    const isRefused = judged.statement.refused || lacksResource(judged.statement, part.reader.reading);
    const told = step(part, judged, { effect: 'none', reason: isRefused ? 'statement-refused' : 'statement-misses' });
    const without = new Set(missed.map(({ element }) => element));
    return { ...told, matched: told.matched.filter((element) => !without.has(element)), missed };
  });
}

function step(
  part: LayerToExplain,
  { statement, policy, action, caller }: Judged,
  what: { effect: Because['effect']; reason: AccessReason },
): Because {
  const formula: Formula =
    part.reader.request.isStrict || what.effect === 'none'
      ? true
      : andOf(callerFormula(caller, statement), bodyFormula(statement, action, part.reader.request));
  return {
    layer: part.layer,
    ...what,
    ...(part.level === null ? {} : { level: part.level }),
    policy,
    statement: statement.index,
    ...(statement.sid === null ? {} : { sid: statement.sid }),
    matched: elementsOf(statement, part),
    ...(typeof formula === 'boolean' ? {} : { conditional: formula }),
  };
}

/** The elements that the statement has and that count in this layer. */
function elementsOf(statement: CompiledStatement, { reader }: LayerToExplain): readonly StatementElement[] {
  return [
    ...(reader.reading !== 'plain' && statement.principals !== null ? (['principal'] as const) : []),
    'action',
    ...(statement.resources === null ? [] : (['resource'] as const)),
    ...(statement.conditions.length === 0 ? [] : (['condition'] as const)),
  ];
}

function missedBy({ reader }: LayerToExplain, { statement, caller }: Judged): readonly MissedElement[] {
  const { request } = reader;
  const missed: MissedElement[] = [];
  if (caller !== YES) missed.push({ element: 'principal', wanted: principalText(statement), got: request.principal.id || null });
  const { resources } = statement;
  if (resources !== null && resources.match(request) !== YES) {
    const not = resources.not ? 'not ' : '';
    missed.push({ element: 'resource', wanted: cut(`${not}${resources.texts.join(', ')}`), got: cut(request.resource.text) });
  }
  for (const condition of statement.conditions) {
    if (condition.malformed === null && condition.test(request.context) === YES) continue;
    const values = request.context.get(condition.lookup);
    const got = values === UNKNOWN || values === null ? null : cut(values.join(', '));
    missed.push({ element: 'condition', wanted: conditionText(condition), got });
  }
  return missed;
}

function principalText({ principals }: CompiledStatement): string {
  if (principals === null) return '';
  const not = principals.not ? 'not ' : '';
  return cut(`${not}${principals.entries.map(({ value }) => value).join(', ')}`);
}

function conditionText({ operator, key, values }: CompiledCondition): string {
  return cut(`${operator} ${key} ${values.join(', ')}`);
}

function cut(text: string): string {
  const shown = text.replaceAll(HOLE, '…');
  return shown.length > MAX_LENGTH ? `${shown.slice(0, MAX_LENGTH)}…` : shown;
}
