/** `iam diff`: what a change of policies opens and closes, for policy files and for whole estates. */
import type { AccessChange, ActionCatalogue, Grantee, IamPrincipal, IamWorld, PolicyLayers } from '@kumomori/engine';
import { diffAccess, printCondition } from '@kumomori/engine';
import type { Diagnostic, Language } from '@kumomori/model';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { actionCatalogue } from './action-catalogue.ts';
import { iamWorldOf } from './iam-world.ts';
import { readPolicyFile } from './policy-file.ts';
import { readEstateOf } from './read-estate.ts';

export interface DiffAccessOptions {
  /** A JSON file with a policy, or a TARGET: folder of code, plan, snapshot. */
  readonly before: string;
  readonly after: string;
  readonly cwd: string;
  readonly language: Language;
}

export interface AccessDiff {
  readonly schemaVersion: '1';
  readonly before: string;
  readonly after: string;
  readonly principals: readonly PrincipalDiff[];
  /** Principals of both that may do the same. */
  readonly unchanged: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** The conditions once more, each in one line; null: always. */
export interface AccessChangeEntry extends AccessChange {
  readonly beforeCondition: string | null;
  readonly afterCondition: string | null;
}

export interface PrincipalDiff {
  /** ARN; null when policies alone are compared. */
  readonly principal: string | null;
  readonly node: string | null;
  readonly status: 'added' | 'removed' | 'changed';
  readonly changes: readonly AccessChangeEntry[];
  /** Who may newly, or may no longer, become this role. */
  readonly trust: { readonly added: readonly string[]; readonly removed: readonly string[] };
}

/** Whoever holds the policies of a file. */
const SOMEBODY = 'arn:aws:iam::000000000000:user/somebody';
const NO_LAYERS = { identity: [], resource: null, boundary: null, session: null, scp: null, rcp: null, vpce: null } satisfies PolicyLayers;

/** Throws AppErrors for files that cannot be read, TARGETs that do not exist, and a comparison of a file with a TARGET. */
export async function compareAccess(options: DiffAccessOptions): Promise<AccessDiff> {
  const { before, after, language } = options;
  const messages = messagesIn(language);
  const catalogue = await actionCatalogue();
  if (!catalogue) throw new AppError('usage', { message: messages.iam.diff.noCatalogue });
  const [old, now] = [readPolicyFile(before, options), readPolicyFile(after, options)];
  if ((old === null) !== (now === null)) throw new AppError('usage', { message: messages.iam.diff.unlike(before, after) });
  if (old && now) {
    const changes = diffAccess({ ...NO_LAYERS, identity: old }, { ...NO_LAYERS, identity: now }, { catalogue, principal: SOMEBODY }).map(
      entryOf,
    );
    const trust = { added: [], removed: [] };
    const principals: PrincipalDiff[] = changes.length === 0 ? [] : [{ principal: null, node: null, status: 'changed', changes, trust }];
    return { schemaVersion: '1', before, after, principals, unchanged: changes.length === 0 ? 1 : 0, diagnostics: [] };
  }
  return await compareEstates(options, catalogue);
}

async function compareEstates(options: DiffAccessOptions, catalogue: ActionCatalogue): Promise<AccessDiff> {
  const { cwd, language } = options;
  const sides = [];
  const diagnostics: Diagnostic[] = [];
  for (const target of [options.before, options.after]) {
    const read = await readEstateOf({ targets: [target], cwd, language });
    diagnostics.push(...read.diagnostics);
    sides.push(await iamWorldOf(read.estate));
  }
  const [old, now] = sides;
  if (!old || !now) throw new Error('two TARGETs give two worlds');
  const ids = [...new Set([...old.principals, ...now.principals].map(({ id }) => id))].toSorted();
  const principals = ids.flatMap((id) => principalDiff(id, { old, now, catalogue }) ?? []);
  const both = ids.filter((id) => old.find(id).length > 0 && now.find(id).length > 0).length;
  const changed = principals.filter(({ status }) => status === 'changed').length;
  return { schemaVersion: '1', before: options.before, after: options.after, principals, unchanged: both - changed, diagnostics };
}

interface Comparing {
  readonly old: IamWorld;
  readonly now: IamWorld;
  readonly catalogue: ActionCatalogue;
}

function principalDiff(id: string, { old, now, catalogue }: Comparing): PrincipalDiff | null {
  const [before, after] = [old.find(id)[0], now.find(id)[0]];
  const known = after ?? before;
  if (!known) return null;
  const changes = diffAccess(layersOf(before, old), layersOf(after, now), { catalogue, principal: id }).map(entryOf);
  const trust = trustDiff(known, { old: before && old, now: after && now });
  const status = before ? (after ? 'changed' : 'removed') : 'added';
  if (status === 'changed' && changes.length + trust.added.length + trust.removed.length === 0) return null;
  return { principal: id, node: known.node, status, changes, trust };
}

function entryOf(change: AccessChange): AccessChangeEntry {
  const { before, after } = change;
  return { ...change, beforeCondition: before && printCondition(before), afterCondition: after && printCondition(after) };
}

function layersOf(principal: IamPrincipal | undefined, world: IamWorld): PolicyLayers {
  if (!principal) return NO_LAYERS;
  const levels = world.scpLevelsOf(principal.account);
  return {
    ...NO_LAYERS,
    identity: principal.identity.map(({ document }) => document),
    boundary: principal.boundary && principal.boundary.map(({ document }) => document),
    scp: levels.length === 0 ? null : levels.map(({ level, policies }) => ({ level, policies: policies.map(({ document }) => document) })),
  };
}

function trustDiff(
  { id, kind }: IamPrincipal,
  { old, now }: { readonly old: IamWorld | undefined; readonly now: IamWorld | undefined },
): PrincipalDiff['trust'] {
  const trusted = (world: IamWorld | undefined): ReadonlySet<string> =>
    new Set(kind === 'role' && world ? TRUST_ACTIONS.flatMap((action) => world.whoCan(action, id).map(named)) : []);
  const [before, after] = [trusted(old), trusted(now)];
  const only = (one: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] =>
    [...one].filter((each) => !other.has(each)).toSorted();
  return { added: only(after, before), removed: only(before, after) };
}

const TRUST_ACTIONS = ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity', 'sts:AssumeRoleWithSAML'] as const;

function named({ principal, condition }: Grantee): string {
  return condition === null ? principal : `${principal} (${printCondition(condition)})`;
}
