/** The statements of a document as they are written, wrong ones too: lint speaks of what the evaluator has to leave out. */
import { isRecord } from '@kumomori/model';
import { hasHole } from './holes.ts';
import type { LintFinding, LintId, LintOptions } from './types.ts';
import { LINTS } from './types.ts';

export type Json = Readonly<Record<string, unknown>>;

/** An element with several texts, and where it stands. */
export interface Texts {
  readonly name: string;
  readonly texts: readonly string[];
}

export interface ConditionLine {
  readonly operator: string;
  /** Without set operator and IfExists, lower case. */
  readonly base: string;
  readonly set: 'forallvalues' | 'foranyvalue' | null;
  readonly ifExists: boolean;
  readonly key: string;
  readonly values: readonly string[];
  readonly path: string;
}

export interface PrincipalEntry {
  readonly type: string;
  readonly value: string;
}

export interface ReadStatement {
  readonly index: number;
  readonly path: string;
  readonly body: Json;
  readonly sid: string | null;
  readonly effect: 'Allow' | 'Deny' | null;
  readonly actions: Texts | null;
  readonly notActions: Texts | null;
  readonly resources: Texts | null;
  readonly notResources: Texts | null;
  readonly principals: readonly PrincipalEntry[] | null;
  readonly notPrincipals: readonly PrincipalEntry[] | null;
  readonly conditions: readonly ConditionLine[];
}

/** What every lint is given. */
export interface Scene extends LintOptions {
  readonly version: string | null;
  readonly statements: readonly ReadStatement[];
}

/** A policy of AWS has far fewer. */
const MAX_STATEMENTS = 2_000;
const MAX_TEXT = 200;

export function readStatements(document: Json): readonly ReadStatement[] {
  const listed = Array.isArray(document.Statement) ? document.Statement : [document.Statement];
  return listed.slice(0, MAX_STATEMENTS).flatMap((body: unknown, index) => (isRecord(body) ? [readStatement(body, index)] : []));
}

function readStatement(body: Json, index: number): ReadStatement {
  const path = `Statement[${index}]`;
  return {
    index,
    path,
    body,
    sid: typeof body.Sid === 'string' ? body.Sid : null,
    effect: body.Effect === 'Allow' || body.Effect === 'Deny' ? body.Effect : null,
    actions: element(body, 'Action'),
    notActions: element(body, 'NotAction'),
    resources: element(body, 'Resource'),
    notResources: element(body, 'NotResource'),
    principals: principalsOf(body.Principal),
    notPrincipals: principalsOf(body.NotPrincipal),
    conditions: conditionsOf(body.Condition, `${path}.Condition`),
  };
}

function element(body: Json, name: string): Texts | null {
  return body[name] === undefined ? null : { name, texts: textsOf(body[name]) };
}

export function textsOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value])
    .filter((each: unknown) => ['string', 'number', 'boolean'].includes(typeof each))
    .map(String);
}

function principalsOf(value: unknown): readonly PrincipalEntry[] | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return [{ type: 'AWS', value }];
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([type, listed]) => textsOf(listed).map((text) => ({ type, value: text })));
}

function conditionsOf(value: unknown, path: string): readonly ConditionLine[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([operator, keys]) =>
    isRecord(keys)
      ? Object.entries(keys).map(([key, values]) => ({
          ...partsOf(operator),
          operator,
          key,
          values: textsOf(values),
          path: `${path}.${operator}.${key}`,
        }))
      : [],
  );
}

function partsOf(operator: string): Pick<ConditionLine, 'base' | 'set' | 'ifExists'> {
  const parts = /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/.exec(operator.toLowerCase());
  const set = parts?.[1];
  return {
    base: parts?.[2] ?? '',
    set: set === 'forallvalues' || set === 'foranyvalue' ? set : null,
    ifExists: parts?.[3] !== undefined,
  };
}

export interface Place {
  readonly statement?: ReadStatement;
  readonly path?: string;
  readonly text?: string;
  readonly hint?: string | null;
}

export function finding(id: LintId, { statement, path, text = '', hint = null }: Place = {}): LintFinding {
  return {
    id,
    level: LINTS[id],
    path: path ?? statement?.path ?? '',
    statement: statement?.index ?? null,
    sid: statement?.sid ?? null,
    text: cut(text),
    hint: hint === null ? null : cut(hint),
  };
}

function cut(text: string): string {
  const shown = text.replaceAll('\uFFFC', '…');
  return shown.length > MAX_TEXT ? `${shown.slice(0, MAX_TEXT - 1)}…` : shown;
}

/** Texts of which every part is known: of others nothing can be said. `~…` is the name of something that does not exist yet. */
export function knownTexts(texts: Texts | null): readonly string[] {
  return (texts?.texts ?? []).filter((text) => !hasHole(text) && !text.startsWith('~'));
}

/** A resource policy narrowed to known callers: a condition that a stranger cannot meet. */
export function isNarrowed({ conditions }: ReadStatement): boolean {
  return conditions.some(
    ({ base, set, ifExists, key, values }) =>
      NARROWING_OPERATORS.has(base) &&
      set !== 'forallvalues' &&
      !ifExists &&
      NARROWING_KEYS.has(key.toLowerCase()) &&
      values.every((value) => !/^[*?]*$/.test(value) && !/^0\.0\.0\.0\/[0-7]$|^::\/\d$/.test(value)),
  );
}

const NARROWING_OPERATORS = new Set(['stringequals', 'stringequalsignorecase', 'stringlike', 'arnequals', 'arnlike', 'ipaddress']);
const NARROWING_KEYS = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  'kms:calleraccount',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);
