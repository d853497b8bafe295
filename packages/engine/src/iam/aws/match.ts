/** Whether a statement applies to a request, in the three layers' ways of reading Principal; and the same as an expression. */
import type { Candidates, CompiledStatement } from './compile.ts';
import { leafOf } from './condition.ts';
import type { Formula } from './formula.ts';
import { andOf } from './formula.ts';
import type { PreparedRequest } from './request.ts';
import type { Three } from '../three.ts';
import { MAYBE, NO, YES } from '../three.ts';
import type { AccessCondition } from './types.ts';
import type { Named } from './who.ts';
import { NOT_NAMED, anyway, deniedUnlessListed, namedBy } from './who.ts';

/**
 * `plain`: identity policies, boundaries, session policies and SCPs have no Principal. `filter`: endpoint policies and RCPs may have one. `resource`: the policy
 * of a resource must have one.
 */
export type Reading = 'plain' | 'filter' | 'resource';

/** What a layer is read with. */
export interface Reader {
  readonly reading: Reading;
  readonly request: PreparedRequest;
  /** The principal carries a permissions boundary. */
  readonly hasBoundary: boolean;
}

/** How certainly a candidate is about the action. */
export function actionOf(candidates: Candidates, statement: CompiledStatement): Three {
  return candidates.isCertain?.get(statement) ?? YES;
}

/** Action (given), resource, conditions and a doubtful effect; not the principal. */
export function bodyMatch(statement: CompiledStatement, action: Three, request: PreparedRequest): Three {
  let least: Three = statement.doubtful ? MAYBE : action;
  if (statement.resources !== null) {
    const resource = statement.resources.match(request);
    if (resource === NO) return NO;
    if (resource < least) least = resource;
  }
  for (const condition of statement.conditions) {
    const value = condition.malformed !== null ? malformedValue(statement) : condition.test(request.context);
    if (value === NO) return NO;
    if (value < least) least = value;
  }
  return least;
}

function malformedValue(statement: CompiledStatement): Three {
  return statement.effect === 'Deny' ? YES : NO;
}

/** Whether a Deny is about the caller. */
export function deniesCaller(statement: CompiledStatement, { reading, request, hasBoundary }: Reader): Three {
  const { principals } = statement;
  if (reading === 'plain') return YES;
  if (principals === null) return reading === 'filter' ? YES : NO;
  if (principals.not) return deniedUnlessListed(principals, request, hasBoundary);
  return anyway(namedBy(principals, request));
}

const EVERYBODY: Named = { ...NOT_NAMED, direct: YES };

/** How an Allow names the caller. */
export function allowsCaller(statement: CompiledStatement, { reading, request }: Reader): Named {
  const { principals } = statement;
  if (reading === 'plain') return principals === null ? EVERYBODY : NOT_NAMED;
  if (principals === null) return reading === 'filter' ? EVERYBODY : NOT_NAMED;
  return namedBy(principals, request);
}

/** An Allow without Resource applies to the resource it is attached to; elsewhere AWS would refuse it. */
export function lacksResource(statement: CompiledStatement, reading: Reading): boolean {
  return statement.resources === null && reading === 'plain' && statement.effect === 'Allow';
}

/** In strict mode what may match counts as not allowed, and as denied. */
export function settle(value: Three, effect: 'Allow' | 'Deny', isStrict: boolean): Three {
  return value === MAYBE && isStrict ? (effect === 'Deny' ? YES : NO) : value;
}

/** The parts of a statement that are not certain, joined by "and"; false when it does not apply. Agrees with `bodyMatch`. */
export function bodyFormula(statement: CompiledStatement, action: Three, request: PreparedRequest): Formula {
  const parts: Formula[] = [];
  if (action === MAYBE) parts.push(unknown('action', statement.actions.texts));
  if (statement.doubtful) parts.push({ kind: 'unknown-value', element: 'effect', text: '\uFFFC' });
  const { resources } = statement;
  if (resources !== null) {
    const value = resources.match(request);
    if (value === NO) return false;
    if (value === MAYBE) parts.push(resourceLeaf(resources, request));
  }
  for (const condition of statement.conditions) {
    const value = condition.malformed !== null ? malformedValue(statement) : condition.test(request.context);
    if (value === NO) return false;
    if (value === MAYBE) parts.push(leafOf(condition));
  }
  return andOf(...parts);
}

/** Where nothing is missing but the value of a variable, the pattern is the condition. */
function resourceLeaf(resources: NonNullable<CompiledStatement['resources']>, request: PreparedRequest): AccessCondition {
  const isVariable = !request.resource.hole && !resources.texts.some((text) => text.includes('\uFFFC'));
  if (!isVariable) return unknown('resource', request.resource.hole ? [request.resource.text] : resources.texts);
  const variable = /\$\{([^,}]+)/.exec(resources.texts.find((text) => /\$\{[^*?$]/.test(text)) ?? '')?.[1] ?? '';
  const operator = resources.not ? 'ResourceNotLike' : 'ResourceLike';
  return { kind: 'test', operator, key: variable.trim(), values: resources.texts, keyClass: 'environment' };
}

export function unknown(element: string, texts: readonly string[]): AccessCondition {
  return { kind: 'unknown-value', element, text: texts.find((text) => text.includes('\uFFFC')) ?? texts.join(', ') };
}

/** A three-valued answer about the principal as an expression. */
export function callerFormula(value: Three, statement: CompiledStatement): Formula {
  if (value !== MAYBE) return value === YES;
  const entries = (statement.principals?.entries ?? []).map((entry) => entry.value);
  return unknown('principal', entries);
}
