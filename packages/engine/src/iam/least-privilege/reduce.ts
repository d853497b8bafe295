/** A policy without what was not used: statement by statement, so that a patch can follow the text. Deny statements stay as they are. */
import { HOLE } from '@kumomori/model';
import type { ActionCatalogue } from '../aws/index.ts';
import { actionSet, actionsIn, compilePolicy } from '../aws/index.ts';
import { actionTexts } from '../diff/index.ts';
import { matchesStars } from '../shared/index.ts';
import type { PrincipalUsage } from '../usage/index.ts';
import { isBroad, patternsFor } from './narrow.ts';
import type { ActionState } from './states.ts';

/** Plain JSON of a statement as it will be. */
export type StatementJson = Readonly<Record<string, unknown>>;

/** What becomes of one statement. Places start at 0. */
export interface StatementChange {
  readonly index: number;
  readonly kind: 'drop' | 'edit';
  /** New list of actions; null: stays. `edit` only. */
  readonly actions: readonly string[] | null;
  /** New list of resources; null: stays. */
  readonly resources: readonly string[] | null;
  /** Statements to stand after it. */
  readonly added: readonly StatementJson[];
}

export interface NarrowedAccess {
  readonly actions: readonly string[];
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface ReducedPolicy {
  /** Null: no statement is left that allows anything. */
  readonly document: StatementJson | null;
  readonly changes: readonly StatementChange[];
  /** Numbers of the actions that no statement allows any more. */
  readonly removed: readonly number[];
  readonly narrowed: readonly NarrowedAccess[];
}

export interface ReduceOptions {
  readonly catalogue: ActionCatalogue;
  readonly states: ReadonlyMap<number, ActionState>;
  /** Of all who hold the policy. */
  readonly usages: readonly PrincipalUsage[];
  /** Actions that stay as they are: a replay needed them. */
  readonly spared: ReadonlySet<string>;
}

/** Events of an action below which its resources are not narrowed. */
const MIN_EVENTS = 5;

export function reducePolicy(document: object, options: ReduceOptions): ReducedPolicy {
  const { catalogue, states } = options;
  const compiled = compilePolicy(document).statements;
  const given = statementsOf(document);
  const changes: StatementChange[] = [];
  const narrowed: NarrowedAccess[] = [];
  const after: StatementJson[] = [];
  for (const [index, json] of given.entries()) {
    const statement = compiled.find((each) => each.index === index && !each.doubtful);
    if (!statement || statement.effect === 'Deny' || statement.refused || json === null || JSON.stringify(json).includes(HOLE)) {
      if (json !== null) after.push(json);
      continue;
    }
    const reduced = reduceStatement(json, statement, options);
    if (reduced === null) {
      after.push(json);
      continue;
    }
    changes.push({ index, ...reduced.change });
    after.push(...reduced.statements);
    narrowed.push(...reduced.narrowed);
  }
  const kept = new Set<number>();
  const rest = { ...document, Statement: after };
  for (const each of compilePolicy(rest).statements)
    if (each.effect === 'Allow')
      for (const index of actionsIn(actionSet(each.actions.texts, catalogue, { not: each.notAction }))) kept.add(index);
  const removed = [...states.keys()].filter((index) => !kept.has(index)).toSorted((a, b) => a - b);
  const allowsAnything = after.some((each) => memberOf(each, 'effect') !== 'Deny');
  return {
    document: allowsAnything ? rest : null,
    changes,
    removed: removed.filter((index) => wasGranted(compiled, index, catalogue)),
    narrowed,
  };
}

type Compiled = ReturnType<typeof compilePolicy>['statements'][number];

function wasGranted(statements: readonly Compiled[], index: number, catalogue: ActionCatalogue): boolean {
  const name = catalogue.names[index] ?? '';
  return statements.some(
    ({ effect, actions, notAction, refused }) => effect === 'Allow' && !refused && (actions.match(name) !== 0) !== notAction,
  );
}

interface Reduced {
  readonly change: Omit<StatementChange, 'index'>;
  readonly statements: readonly StatementJson[];
  readonly narrowed: readonly NarrowedAccess[];
}

/** Null: it stays. */
function reduceStatement(json: StatementJson, statement: Compiled, options: ReduceOptions): Reduced | null {
  const { catalogue, states, spared } = options;
  const isKept = (index: number): boolean => (states.get(index) ?? 'used') !== 'unused' || spared.has(catalogue.info(index).action);
  const actions = keptTexts(statement, isKept, catalogue);
  if (actions.length === 0) return { change: { kind: 'drop', actions: null, resources: null, added: [] }, statements: [], narrowed: [] };
  const parts = partsOf(actions, statement, options);
  const written = statement.actions.texts;
  const isSame = !statement.notAction && written.length === actions.length && written.every((text) => actions.includes(text));
  const [first, ...others] = parts;
  if (!first || (isSame && others.length === 0 && first.resources === null)) return null;
  const [edited, ...added] = parts.map((part, nth) => statementWith(json, part, nth));
  const change = {
    kind: 'edit' as const,
    actions: isSame && others.length === 0 ? null : first.actions,
    resources: first.resources,
    added,
  };
  const from = statement.resources?.texts ?? [];
  const narrowed = parts.flatMap(({ actions: some, resources }) => (resources === null ? [] : [{ actions: some, from, to: resources }]));
  return { change, statements: edited ? [edited, ...added] : added, narrowed };
}

/** Texts as written where all they cover is kept; else the kept ones of them. What the catalogue does not know stays. */
function keptTexts({ actions, notAction }: Compiled, isKept: (index: number) => boolean, catalogue: ActionCatalogue): readonly string[] {
  if (notAction) return actionTexts(catalogue, actionsIn(actionSet(actions.texts, catalogue, { not: true })).filter(isKept));
  const found = new Set<string>();
  for (const text of actions.texts) {
    const covered = actionsIn(actionSet([text], catalogue));
    const kept = covered.filter(isKept);
    if (kept.length === covered.length) found.add(text);
    else for (const each of actionTexts(catalogue, kept)) found.add(each);
  }
  return [...found];
}

interface Part {
  readonly actions: readonly string[];
  /** Null: as written. */
  readonly resources: readonly string[] | null;
}

/** What stays with the resources as written comes first; then those that were used on few, together where these are the same. */
function partsOf(actions: readonly string[], statement: Compiled, options: ReduceOptions): readonly Part[] {
  const { catalogue } = options;
  const written = statement.resources;
  if (!written || written.not || !written.texts.some(isBroad)) return [{ actions, resources: null }];
  const rest: string[] = [];
  const byResources = new Map<string, { readonly actions: string[]; readonly resources: readonly string[] }>();
  for (const text of actions) {
    const covered = actionsIn(actionSet([text], catalogue));
    const patterns = covered.map((index) => narrowedOf(index, written.texts, options));
    if (covered.length === 0 || patterns.some((each) => each === null)) {
      rest.push(text);
      continue;
    }
    for (const [nth, index] of covered.entries()) {
      const resources = patterns[nth] ?? [];
      const key = resources.join(' ');
      const same = byResources.get(key) ?? { actions: [], resources };
      byResources.set(key, same);
      const { action } = catalogue.info(index);
      if (!same.actions.includes(action)) same.actions.push(action);
    }
  }
  const narrowed = [...byResources.values()];
  return rest.length === 0 ? narrowed : [{ actions: rest, resources: null }, ...narrowed];
}

/** Null: stays with the resources as written. */
function narrowedOf(
  index: number,
  written: readonly string[],
  { catalogue, states, usages, spared }: ReduceOptions,
): readonly string[] | null {
  const info = catalogue.info(index);
  if (states.get(index) !== 'used' || spared.has(info.action) || info.resourceTypes.length === 0) return null;
  const seen = usages.flatMap((usage) => usage.actions.get(info.action) ?? []);
  const events = seen.reduce((sum, { count }) => sum + count, 0);
  if (events < MIN_EVENTS || seen.some(({ incomplete }) => incomplete > 0) || usages.some(({ dropped }) => dropped > 0)) return null;
  const arns = [...new Set(seen.flatMap(({ resources }) => [...resources.keys()]))];
  const narrow = written.filter((pattern) => !isBroad(pattern));
  const left = arns.filter(
    (arn) => !narrow.some((pattern) => matchesStars(pattern, arn)) && written.some((pattern) => matchesStars(pattern, arn)),
  );
  if (left.length === 0) return null;
  const made = patternsFor(left);
  // Never wider than what was written, and not the same again.
  const isWithin = made.every((pattern) => written.some((each) => each !== pattern && matchesStars(each, pattern)));
  return isWithin ? [...narrow, ...made] : null;
}

function statementWith(json: StatementJson, { actions, resources }: Part, nth: number): StatementJson {
  const made: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(json)) {
    const name = key.toLowerCase();
    if (name === 'sid' && nth > 0) continue;
    if (name === 'action' || name === 'notaction') made['Action'] = oneOrMany(actions);
    else if (name === 'resource' && resources !== null) made[key] = oneOrMany(resources);
    else made[key] = value;
  }
  return made;
}

function oneOrMany(texts: readonly string[]): string | readonly string[] {
  const [only, another] = texts;
  return only !== undefined && another === undefined ? only : texts;
}

function statementsOf(document: object): readonly (StatementJson | null)[] {
  const given: unknown = memberOf(document, 'statement');
  const all: readonly unknown[] = Array.isArray(given) ? given : given === undefined ? [] : [given];
  return all.map((each) => (isRecord(each) ? each : null));
}

function memberOf(object: object, name: string): unknown {
  return Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1];
}

function isRecord(value: unknown): value is StatementJson {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
