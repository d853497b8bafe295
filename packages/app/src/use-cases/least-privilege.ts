/** `iam least-privilege`: what is granted and not used, and policies without it, replayed against every event. */
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type {
  AccessLevel,
  ActionCatalogue,
  NotOffered,
  ObservedWindow,
  PolicyProposal,
  PrincipalFindings,
  Replay,
  UnmappedEvent,
} from '@kumomori/engine';
import { actionTexts, proposeBoundary, rewriteStatements, unifiedDiff } from '@kumomori/engine';
import type { Diagnostic, Source } from '@kumomori/model';
import type { EstateRead } from './read-estate.ts';
import type { UsageOptions, UsageRead } from './usage-logs.ts';
import { readUsage } from './usage-logs.ts';

interface ToldPlace {
  readonly file: string | null;
  readonly line: number | null;
}

export interface UsedAction {
  readonly action: string;
  readonly events: number;
  readonly first: string;
  readonly last: string;
  /** The first few. */
  readonly resources: readonly string[];
  readonly resourceCount: number;
}

export interface PrincipalAccessUse extends ToldPlace {
  readonly principal: string;
  readonly node: string;
  readonly kind: 'user' | 'role';
  readonly status: 'used' | 'unused' | 'unknown';
  /** Null: never, or not known. */
  readonly lastUsed: string | null;
  readonly lastUsedBy: 'events' | 'account' | null;
  readonly events: number;
  readonly denied: number;
  /** Actions by what is known of their use. */
  readonly counts: Readonly<Record<'used' | 'needed' | 'notObservable' | 'unused', number>>;
  readonly used: readonly UsedAction[];
  readonly unusedServices: readonly string[];
  /** By access level, writes and permissions first. */
  readonly unused: readonly { readonly level: AccessLevel; readonly count: number; readonly actions: readonly string[] }[];
  readonly notObservable: readonly { readonly reason: string; readonly count: number; readonly actions: readonly string[] }[];
  /** What the policies hold that could not be read. */
  readonly unknowns: readonly string[];
  readonly boundary: { readonly document: object; readonly replay: Replay } | null;
}

export interface ToldProposal extends ToldPlace {
  readonly kind: PolicyProposal['kind'];
  readonly policy: string;
  readonly arn: string | null;
  readonly holders: readonly string[];
  readonly removed: readonly { readonly level: AccessLevel; readonly count: number; readonly actions: readonly string[] }[];
  readonly narrowed: readonly { readonly actions: readonly string[]; readonly from: readonly string[]; readonly to: readonly string[] }[];
  /** Null: nothing is left. */
  readonly document: object | null;
  /** Characters of the document without blanks. */
  readonly size: number;
  readonly replay: Replay;
  /** A unified diff; null where the policy is not written out in one file. */
  readonly patch: string | null;
}

export interface LeastPrivilegeReport {
  readonly schemaVersion: '1';
  readonly targets: readonly string[];
  readonly window: { readonly days: number; readonly until: string; readonly observed: readonly ObservedWindow[] };
  readonly events: { readonly read: number; readonly notCalls: number; readonly twice: number; readonly tooOld: number };
  readonly unmapped: readonly UnmappedEvent[];
  readonly principals: readonly PrincipalAccessUse[];
  readonly proposals: readonly ToldProposal[];
  readonly notOffered: readonly ({
    readonly policy: string;
    readonly holders: readonly string[];
    readonly reason: NotOffered['reason'];
  } & ToldPlace)[];
  /** Callers that no TARGET has. */
  readonly strangers: readonly { readonly caller: string; readonly events: number }[];
  readonly diagnostics: readonly Diagnostic[];
}

const LEVELS: readonly AccessLevel[] = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'];
const MAX_RESOURCES = 10;

/** Throws AppErrors for what the user has to correct. */
export async function leastPrivilege(options: UsageOptions): Promise<LeastPrivilegeReport> {
  const usage = await readUsage(options);
  const { found, log, read, catalogue } = usage;
  return {
    schemaVersion: '1',
    targets: options.targets,
    window: { days: usage.days, until: usage.now, observed: log.windows },
    events: { read: [...log.coverage.values()].reduce((sum, { events }) => sum + events, 0), ...log.skipped },
    unmapped: log.unmapped,
    principals: found.principals.map((each) => useOf(each, usage)),
    proposals: proposalsOf(usage, options.cwd),
    notOffered: found.notOffered.map(({ policy, holders, reason }) => ({
      policy: policy.name,
      holders: holders.map(({ id }) => id),
      reason,
      ...placeOf(policy.place, read),
    })),
    strangers: found.strangers.map(({ caller, events }) => ({ caller: caller.id, events })),
    diagnostics: usage.diagnostics,
  };

  function placeOf(place: PolicyProposal['policy']['place'], { shown }: EstateRead): ToldPlace {
    return place === null ? { file: null, line: null } : shown(place);
  }

  function proposalsOf({ found: { proposals } }: UsageRead, cwd: string): readonly ToldProposal[] {
    return proposals.map((each) => {
      const { policy, holders, kind, reduced, replay } = each;
      const narrowed = reduced.narrowed;
      const { document } = reduced;
      return {
        kind,
        policy: policy.name,
        arn: policy.arn,
        holders: holders.map(({ id }) => id),
        removed: byLevel(reduced.removed, catalogue),
        narrowed,
        document,
        size: document === null ? 0 : JSON.stringify(document).length,
        replay,
        patch: kind === 'edit' ? patchOf(each, { proposals, targets: options.targets, cwd }) : null,
        ...placeOf(policy.statements[0] ?? policy.place, read),
      };
    });
  }
}

/** What both commands tell of a principal. */
export type PrincipalUseSummary = Omit<PrincipalAccessUse, 'used' | 'unused' | 'notObservable' | 'boundary'>;

export function summaryOfUse(
  { principal, usage, use, states, unusedServices }: PrincipalFindings,
  { read }: UsageRead,
): PrincipalUseSummary {
  const counts = { used: 0, needed: 0, notObservable: 0, unused: 0 };
  for (const state of states.of.values()) counts[state === 'not-observable' ? 'notObservable' : state] += 1;
  return {
    ...{ principal: principal.id, node: principal.node, kind: principal.kind },
    ...use,
    ...{ events: usage?.events ?? 0, denied: usage?.denied ?? 0, counts, unusedServices, unknowns: principal.unknowns },
    ...read.shown(principal.place),
  };
}

function useOf(finding: PrincipalFindings, usage: UsageRead): PrincipalAccessUse {
  const { catalogue } = usage;
  const { of, why } = finding.states;
  const indexesOf = (wanted: string): readonly number[] =>
    [...of].flatMap(([index, state]) => (state === wanted ? index : [])).toSorted((a, b) => a - b);
  const reasons = Map.groupBy(indexesOf('not-observable'), (index) => why.get(index) ?? 'no-logs');
  return {
    ...summaryOfUse(finding, usage),
    used: [...(finding.usage?.actions.values() ?? [])]
      .map(({ action, count, first, last, resources }) => ({
        ...{ action, events: count, first, last },
        resources: [...resources.keys()].toSorted().slice(0, MAX_RESOURCES),
        resourceCount: resources.size,
      }))
      .toSorted((a, b) => (a.action < b.action ? -1 : 1)),
    unused: byLevel(indexesOf('unused'), catalogue),
    notObservable: [...reasons].map(([reason, some]) => ({ reason, count: some.length, actions: actionTexts(catalogue, some) })),
    boundary: proposeBoundary(finding, catalogue),
  };
}

function byLevel(actions: readonly number[], catalogue: ActionCatalogue): ToldProposal['removed'] {
  const groups = Map.groupBy(actions, (index) => catalogue.info(index).accessLevel);
  return LEVELS.flatMap((level) => {
    const some = groups.get(level);
    return some ? [{ level, count: some.length, actions: actionTexts(catalogue, some) }] : [];
  });
}

interface Patching {
  readonly proposals: readonly PolicyProposal[];
  readonly targets: readonly string[];
  readonly cwd: string;
}

/** Only of a file that holds exactly what was read: no answers of an account, no templates that were made. */
function patchOf(proposal: PolicyProposal, { proposals, targets, cwd }: Patching): string | null {
  const { statements } = proposal.policy;
  const [first] = statements;
  if (!first) return null;
  // The same text gives several policies: one change would be all of theirs.
  const shares = proposals.some(
    ({ policy }) =>
      policy !== proposal.policy && policy.statements.some((each) => each?.source === first.source && each.start === first.start),
  );
  const edits = shares ? null : rewriteStatements(statements, proposal.reduced.changes);
  if (edits === null || edits.length === 0) return null;
  const path = pathOf(first.source, targets, cwd);
  return path === null ? null : unifiedDiff(path, first.source.text, edits);
}

/** Relative to the working folder; null: no file holds exactly this text. */
function pathOf({ path, text, firstLine }: Source, targets: readonly string[], cwd: string): string | null {
  if (firstLine !== undefined && firstLine !== 1) return null;
  for (const folder of ['', ...targets, ...targets.map((target) => dirname(target))]) {
    const full = resolve(cwd, folder, path);
    try {
      if (readFileSync(full, 'utf8') === text) return relative(cwd, full).replaceAll('\\', '/');
    } catch {
      // Not in this folder.
    }
  }
  return null;
}
