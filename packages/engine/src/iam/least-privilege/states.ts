/** What of the granted actions was used, is needed beside what was used, could not have been seen, or was not used. */
import type { ActionCatalogue, ActionSet } from '../aws/index.ts';
import { actionSet, actionsIn, compilePolicy, hasAction } from '../aws/index.ts';
import { DEPENDENTS, notObservable } from '../usage/index.ts';
import type { AccountCoverage, NotObservable, PrincipalUsage } from '../usage/index.ts';
import type { IamPrincipal } from '../world/index.ts';

/**
 * `used`: by events or by action-last-accessed. `needed`: no event of its own, but something used (or not observable) asks for it. `not-observable`: see
 * {@link NotObservable}. `unused`: it would have been seen.
 */
export type ActionState = 'used' | 'needed' | 'not-observable' | 'unused';

/** Service-last-accessed of a principal: what AWS itself noted within its tracking period (up to 400 days). Times are ISO 8601. */
export interface LastAccessed {
  /** Prefix → last time, null: not within the tracking period. */
  readonly services: ReadonlyMap<string, string | null>;
  /** `s3:PutObject` in lower case → last time, null: not. Only where AWS tracks actions. */
  readonly actions: ReadonlyMap<string, string | null>;
}

export interface Evidence {
  readonly catalogue: ActionCatalogue;
  readonly usage: PrincipalUsage | undefined;
  readonly coverage: AccountCoverage | undefined;
  readonly lastAccessed: LastAccessed | undefined;
  /** Of the window; ISO 8601. Null: all events. */
  readonly since: string | null;
}

export interface ActionStates {
  readonly of: ReadonlyMap<number, ActionState>;
  readonly why: ReadonlyMap<number, NotObservable>;
}

/** Numbers of the actions that the Allow statements of what is known of its policies cover; denials are not taken off. */
export function grantedTo({ identity }: IamPrincipal, catalogue: ActionCatalogue): ReadonlySet<number> {
  const granted = new Set<number>();
  for (const { document, unknown } of identity)
    if (unknown === null) for (const index of grantedBy(document, catalogue)) granted.add(index);
  return granted;
}

export function grantedBy(document: object, catalogue: ActionCatalogue): ReadonlySet<number> {
  const granted = new Set<number>();
  for (const { effect, refused, actions, notAction } of compilePolicy(document).statements)
    if (effect === 'Allow' && !refused)
      for (const index of actionsIn(actionSet(actions.texts, catalogue, { not: notAction }))) granted.add(index);
  return granted;
}

/** O(granted actions). */
export function statesOf(granted: ReadonlySet<number>, evidence: Evidence): ActionStates {
  const { catalogue, usage } = evidence;
  const of = new Map<number, ActionState>();
  const why = new Map<number, NotObservable>();
  for (const index of granted) {
    const info = catalogue.info(index);
    const reason = reasonOf(index, evidence);
    if (usage?.actions.has(info.action) === true) of.set(index, 'used');
    else {
      const noted = notedOf(info, evidence);
      of.set(index, noted ?? (reason === null ? 'unused' : 'not-observable'));
      if (noted === null && reason !== null) why.set(index, reason);
    }
  }
  addNeeded(of, catalogue, usage);
  return { of, why };
}

const reasons = new WeakMap<AccountCoverage, (NotObservable | null | undefined)[]>();

/** The same for all principals of an account. */
function reasonOf(index: number, { catalogue, coverage }: Evidence): NotObservable | null {
  if (!coverage) return 'no-logs';
  const known = reasons.get(coverage) ?? [];
  reasons.set(coverage, known);
  const before = known[index];
  if (before !== undefined) return before;
  const reason = notObservable(index, catalogue, coverage);
  known[index] = reason;
  return reason;
}

/** What AWS noted itself; null: nothing that decides. */
function notedOf(
  { action, service }: { readonly action: string; readonly service: string },
  { lastAccessed, since }: Evidence,
): 'used' | 'unused' | null {
  const last = lastAccessed?.actions.get(action.toLowerCase());
  const isRecent = (time: string): boolean => since === null || time >= since;
  if (typeof last === 'string' && isRecent(last)) return 'used';
  const whole = lastAccessed?.services.get(service);
  if (whole === null || (typeof whole === 'string' && !isRecent(whole))) return 'unused';
  return null;
}

/** What is granted, was not seen, and is asked for beside what was. Passing on: what something needed needs is not followed. */
function addNeeded(states: Map<number, ActionState>, catalogue: ActionCatalogue, usage: PrincipalUsage | undefined): void {
  const kept = [...states]
    .filter(([, state]) => state === 'used' || (state === 'not-observable' && usage !== undefined))
    .map(([index]) => index);
  for (const index of kept) {
    for (const action of dependentsOf(index, catalogue)) {
      const other = catalogue.indexOf(action);
      if (other !== undefined && states.get(other) === 'unused') states.set(other, 'needed');
    }
  }
}

const cached = new WeakMap<ActionCatalogue, Map<number, readonly string[]>>();

function dependentsOf(index: number, catalogue: ActionCatalogue): readonly string[] {
  const known = cached.get(catalogue) ?? new Map<number, readonly string[]>();
  cached.set(catalogue, known);
  const before = known.get(index);
  if (before) return before;
  const info = catalogue.info(index);
  const found = [
    ...info.dependentActions,
    ...info.resourceTypes.flatMap(({ dependentActions }) => dependentActions),
    ...rulesOf(catalogue).flatMap(([set, actions]) => (hasAction(set, index) ? actions : [])),
  ];
  known.set(index, found);
  return found;
}

const rules = new WeakMap<ActionCatalogue, readonly (readonly [ActionSet, readonly string[]])[]>();

function rulesOf(catalogue: ActionCatalogue): readonly (readonly [ActionSet, readonly string[]])[] {
  const known = rules.get(catalogue) ?? DEPENDENTS.map(([pattern, actions]) => [actionSet([pattern], catalogue), actions] as const);
  rules.set(catalogue, known);
  return known;
}

const ORDER: readonly ActionState[] = ['used', 'needed', 'not-observable', 'unused'];

/** Of a policy that several hold: what one of them needs, all keep. */
export function joinStates(all: readonly ActionStates[]): ActionStates {
  const of = new Map<number, ActionState>();
  const why = new Map<number, NotObservable>();
  for (const each of all) {
    for (const [index, state] of each.of) {
      const known = of.get(index);
      if (known === undefined || ORDER.indexOf(state) < ORDER.indexOf(known)) of.set(index, state);
    }
    for (const [index, reason] of each.why) why.set(index, reason);
  }
  for (const index of [...why.keys()]) if (of.get(index) !== 'not-observable') why.delete(index);
  return { of, why };
}
