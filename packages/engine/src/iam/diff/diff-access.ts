/** What one set of policies allows that another does not: by meaning, not by text. */
import type { AccessCondition, AccessLevel, ActionCatalogue, PolicyLayers } from '../aws/index.ts';
import { compileLayers, compilePolicy, decideWithCondition, prepareRequest, printCondition, actionMatch } from '../aws/index.ts';
import { matchesStars } from '../shared/index.ts';
import { actionTexts } from './actions-text.ts';
import { concerns, generalResources, witnessesOf } from './witnesses.ts';

export interface AccessChange {
  /** `opened`: was not allowed. `closed`: no longer is. `widened`, `narrowed`, `changed`: allowed before and after, under other conditions. */
  readonly kind: 'opened' | 'closed' | 'widened' | 'narrowed' | 'changed';
  /** `s3:Get*`, `iam:PassRole`. */
  readonly actions: readonly string[];
  /** Number of actions by access level. */
  readonly levels: Readonly<Partial<Record<AccessLevel, number>>>;
  /** Pattern of resources; `*`: every other one. */
  readonly resource: string;
  /** Null: always. */
  readonly before: AccessCondition | null;
  readonly after: AccessCondition | null;
}

export interface DiffOptions {
  readonly catalogue: ActionCatalogue;
  /** ARN of who holds the policies; decides whose resources are its own account's. */
  readonly principal: string;
}

/** Actions outside of the catalogue are not compared. O(actions × statements + groups of actions × patterns). */
export function diffAccess(before: PolicyLayers, after: PolicyLayers, { catalogue, principal }: DiffOptions): readonly AccessChange[] {
  const account = principal.split(':')[4] ?? '';
  const documents = [before, after].flatMap(documentsOf);
  const witnesses = witnessesOf(documents.flatMap(patternsOf));
  const [old, now] = [compileLayers(before), compileLayers(after)];
  const found = new Map<string, Difference & { readonly actions: number[] }>();
  for (const group of groupsOf(catalogue, documents)) {
    const [first] = group;
    if (first === undefined) continue;
    const info = catalogue.info(first);
    const asked = [
      ...generalResources(info, account).map((resource) => ({ pattern: '*', resource })),
      ...witnesses.filter(({ resource }) => concerns(info, resource)),
    ];
    const changes: Difference[] = [];
    for (const { pattern, resource } of asked) {
      const request = prepareRequest(
        { principal, action: info.action, resource, resourceAccount: account, context: {} },
        { catalogue, mode: 'discovery' },
      );
      const change = compared(decideWithCondition(old, request), decideWithCondition(now, request), pattern);
      if (change) changes.push(change);
    }
    for (const change of withoutCovered(changes)) {
      const key = JSON.stringify(change);
      const known = found.get(key);
      if (known) known.actions.push(...group);
      else found.set(key, { ...change, actions: [...group] });
    }
  }
  const made = [...found.values()].map((each) => changeOf(each, catalogue));
  return made.toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || (a.resource < b.resource ? -1 : 1));
}

const KINDS: readonly AccessChange['kind'][] = ['opened', 'widened', 'changed', 'narrowed', 'closed'];

type Difference = Pick<AccessChange, 'kind' | 'resource' | 'before' | 'after'>;
type Decided = ReturnType<typeof decideWithCondition>;

function compared(old: Decided, now: Decided, resource: string): Difference | null {
  const [was, is] = [old.decision === 'allow', now.decision === 'allow'];
  if (!was && !is) return null;
  const [before, after] = [was ? old.conditional : null, is ? now.conditional : null];
  if (was !== is) return { kind: is ? 'opened' : 'closed', resource, before, after };
  if (textOf(before) === textOf(after)) return null;
  const kind = before === null ? 'narrowed' : after === null ? 'widened' : 'changed';
  return { kind, resource, before, after };
}

function textOf(condition: AccessCondition | null): string {
  return condition === null ? '' : printCondition(condition);
}

/** What holds for a wider pattern is not said again for a narrower one. */
function withoutCovered(changes: readonly Difference[]): readonly Difference[] {
  const once = [...new Map(changes.map((each) => [JSON.stringify(each), each])).values()];
  const isSame = (one: Difference, other: Difference): boolean =>
    one.kind === other.kind && textOf(one.before) === textOf(other.before) && textOf(one.after) === textOf(other.after);
  return once.filter(
    (each) =>
      !once.some(
        (other) => other !== each && isSame(each, other) && matchesStars(other.resource, each.resource) && other.resource !== each.resource,
      ),
  );
}

/** Actions that the statements treat alike and that are about the same kinds of resources. */
function groupsOf(catalogue: ActionCatalogue, documents: readonly unknown[]): readonly (readonly number[])[] {
  const statements = documents.flatMap((document) => compilePolicy(document).statements);
  const groups = new Map<string, number[]>();
  for (const [index, name] of catalogue.names.entries()) {
    const signature = statements.map((statement) => actionMatch(statement, name)).join('');
    if (!/[12]/.test(signature)) continue;
    const types = catalogue
      .info(index)
      .resourceTypes.flatMap(({ arns }) => arns)
      .toSorted();
    // Key and trust policies have rules of their own.
    const key = `${signature} ${types.join(' ')} ${types.length === 0 ? name.split(':')[0] : ''}`;
    const same = groups.get(key);
    if (same) same.push(index);
    else groups.set(key, [index]);
  }
  return [...groups.values()];
}

function documentsOf({ identity, boundary, session, scp, resource }: PolicyLayers): readonly unknown[] {
  const layer = (documents: unknown): readonly unknown[] =>
    documents === null || documents === undefined ? [] : Array.isArray(documents) ? documents : [documents];
  return [...identity, ...layer(boundary), ...layer(session), ...layer(resource), ...(scp ?? []).flatMap(({ policies }) => policies)];
}

/** All texts of Resource and NotResource. */
function patternsOf(document: unknown): readonly string[] {
  if (typeof document !== 'object' || document === null) return [];
  const statements = Object.entries(document).flatMap(([key, value]: [string, unknown]) =>
    key.toLowerCase() === 'statement' ? [value].flat() : [],
  );
  return statements.flatMap((statement) =>
    typeof statement !== 'object' || statement === null
      ? []
      : Object.entries(statement).flatMap(([key, value]: [string, unknown]) =>
          /^(?:not)?resource$/i.test(key) ? [value].flat().filter((each) => typeof each === 'string') : [],
        ),
  );
}

function changeOf(
  { kind, resource, before, after, actions }: Difference & { readonly actions: readonly number[] },
  catalogue: ActionCatalogue,
): AccessChange {
  const levels: Partial<Record<AccessLevel, number>> = {};
  for (const index of actions) {
    const { accessLevel } = catalogue.info(index);
    levels[accessLevel] = (levels[accessLevel] ?? 0) + 1;
  }
  return {
    kind,
    actions: actionTexts(
      catalogue,
      [...actions].toSorted((a, b) => a - b),
    ),
    levels,
    resource,
    before,
    after,
  };
}
