/** TARGETs → attack paths and exposure, told in the user's language. */
import type { AttackPath, IamWorld, PathInputs, PathReason, PathResult, PathSearch } from '@kumomori/engine';
import { exposureOf, pathInputsOf, reasonText, searchPaths } from '@kumomori/engine';
import type { Estate, Language, Severity } from '@kumomori/model';
import { storesOf } from '@kumomori/model';
import { messagesIn, pathReasonsJa, pathTitlesJa, reasonIn } from '../i18n/index.ts';
import type { PathEntry, PathEvidence, PathFix, PathNode, PathsReport, PathStep } from '../outputs/index.ts';
import { toolVersion } from '../version.ts';
import { rowOf } from './find-exposure.ts';
import { iamWorldOf } from './iam-world.ts';
import { readPeople } from './people.ts';
import type { EstateRead, ReadEstateOptions } from './read-estate.ts';
import { readEstateOf, readingMemory } from './read-estate.ts';
import { readVulnerabilities } from './vulnerabilities.ts';

export interface FindPathsOptions extends ReadEstateOptions {
  readonly now: () => Date;
  /** CSV or JSON of people, with the day they left: who left and still has a user is an entry of its own. */
  readonly people?: string | null;
  /** CSV or JSON of vulnerabilities that a scanner found. */
  readonly vulnerabilities?: string | null;
  /** Accounts of one's own that are not among the TARGETs: trusting them is no way in from outside. */
  readonly knownAccounts?: readonly string[];
  /** Most paths of the report; default 200. */
  readonly maxPaths?: number;
  /** Fixes that code can express are tried on it; each takes as long as finding the ways once more. */
  readonly patches?: boolean;
  /** Ways told step by step for each path, 1 to 5; default 1. */
  readonly ways?: number;
  /** Only which ways there are: no fixes, no other ways. About half the time. */
  readonly onlyWays?: boolean;
}

const MAX_PATHS = 200;
/** Other ways of each path that are counted. */
const ALTERNATIVES = 3;

/** What was read and found, before it is told in a language. */
export interface PathAnalysis {
  readonly read: EstateRead;
  readonly result: PathResult;
  readonly search: PathSearch;
  readonly iam: IamWorld;
  readonly inputs: PathInputs;
}

/** Throws AppErrors for TARGETs and files that are not there or cannot be read. */
export async function analyzePaths(options: FindPathsOptions): Promise<PathAnalysis> {
  const { language } = options;
  const read = await readEstateOf(options);
  const today = options.now().toISOString().slice(0, 10);
  const left = options.people
    ? readPeople(options.people, { cwd: options.cwd, messages: messagesIn(language), today }).left
    : new Set<string>();
  const vulnerabilities = options.vulnerabilities
    ? readVulnerabilities(options.vulnerabilities, { cwd: options.cwd, messages: messagesIn(language) })
    : new Map<string, never>();
  const iam = await iamWorldOf(read.estate, options.memory?.iam);
  const inputs = pathInputsOf(read.estate, {
    iam,
    shown: read.shown,
    today,
    left,
    vulnerabilities,
    knownAccounts: new Set(options.knownAccounts ?? []),
  });
  const search = searchPaths(inputs);
  return { read, result: toldOf(search, options), search, iam, inputs };
}

function toldOf(search: PathSearch, { maxPaths = MAX_PATHS, onlyWays = false, ways = 1 }: FindPathsOptions): PathResult {
  return search({ maxPaths, alternatives: onlyWays ? 0 : Math.max(ALTERNATIVES, ways - 1), withFixes: !onlyWays });
}

/** Throws AppErrors for TARGETs and files that are not there or cannot be read. */
export async function findAttackPaths(options: FindPathsOptions): Promise<PathsReport> {
  const started = options.now();
  if (options.patches !== true) return reportOf(await analyzePaths(options), options, started);
  const { withPatches } = await import('./path-patches.ts');
  // What did not change is not read again.
  const remembering = { ...options, memory: options.memory ?? readingMemory() };
  const analysis = await withPatches(await analyzePaths(remembering), (changed) => analyzePaths({ ...remembering, ...changed }));
  return reportOf(analysis, options, started);
}

/** The same with fixes and other ways, for an analysis of ways only. */
export function withEverything(analysis: PathAnalysis, options: FindPathsOptions): PathAnalysis {
  return { ...analysis, result: toldOf(analysis.search, { ...options, onlyWays: false }) };
}

/** What was found, in the user's language. */
export function reportOf({ read, result, iam, inputs }: PathAnalysis, options: FindPathsOptions, started: Date): PathsReport {
  const { language } = options;
  const { principals } = inputs;
  const exposure = exposureOf(read.estate).map((each) => rowOf(each, read, { language }));
  const paths = result.paths.map((path) => entryOf(path, language, options.ways));
  const known = nodesOf(read, principals);
  return {
    schemaVersion: '1',
    tool: { name: 'kumomori', version: toolVersion() },
    startedAt: started.toISOString(),
    finishedAt: options.now().toISOString(),
    targets: options.targets.map((path) => ({ kind: read.liveAccounts.length > 0 ? 'live' : 'code', path })),
    summary: {
      resources: read.resources,
      principals: new Set(principals.filter(({ kind }) => kind !== 'group').map(({ node }) => node)).size,
      paths: result.found,
      bySeverity: countOf(paths),
      exposed: new Set(exposure.filter(({ reachable, from }) => reachable === true && from === 'internet').map(({ node }) => node)).size,
      exposureUnknown: new Set(exposure.filter(({ reachable }) => reachable === 'unknown').map(({ node }) => node)).size,
      unreadGrants: iam.principals.reduce((sum, { identity }) => sum + identity.filter(({ unknown }) => unknown !== null).length, 0),
    },
    paths,
    exposure,
    fixes: planOf(result, language),
    nodes: usedNodes(paths, known),
    coverage: read.gaps,
    diagnostics: read.diagnostics,
  };
}

function entryOf(path: AttackPath, language: Language, ways = 1): PathEntry {
  const { id, query, severity, risk, entry, goal, steps, fixes, notes, alternatives, alsoFrom, alsoReaches } = path;
  return {
    ...{ id, query, severity, alsoFrom, alsoReaches },
    title: titleOf(path, language),
    score: Math.round(risk.risk * 100),
    entry: { kind: entry.kind, node: entry.node },
    goal: { kind: goal.kind, node: goal.node },
    steps: steps.map((step) => stepOf(step, language)),
    sideFacts: notes.map((note) => ({ text: reasonIn(language, note), evidence: [] })),
    fixes: fixes.map((fix) => fixOf(fix, language)),
    alternatives: alternatives.length,
    ...(ways > 1 && { otherWays: alternatives.slice(0, ways - 1).map((way) => way.map((step) => stepOf(step, language))) }),
  };
}

/** The question of the path, with its ends. */
export function titleOf({ query, title, entry, goal }: AttackPath, language: Language): string {
  const japanese = language === 'ja' ? pathTitlesJa[query] : undefined;
  if (japanese === undefined) return title;
  const { paths } = messagesIn(language);
  const end =
    goal.node === 'admin'
      ? paths.adminOf(goal.account)
      : goal.dataClass === null
        ? goal.node
        : `${goal.node} (${paths.classes[goal.dataClass] ?? goal.dataClass})`;
  return japanese.replaceAll('{0}', entry.node === 'internet' ? paths.anybody : entry.node).replaceAll('{1}', end);
}

function stepOf({ from, to, edge, reason, requirements, condition, evidence }: AttackPath['steps'][number], language: Language): PathStep {
  return {
    ...{ from, to, edge, evidence },
    because: sentence(reason, language),
    requires: requirements.map((each) => sentence(each, language)),
    condition:
      condition === null
        ? null
        : condition
            .split('; ')
            .map((each) => reasonIn(language, each))
            .join(language === 'ja' ? '、' : '; '),
  };
}

function sentence(reason: PathReason, language: Language): string {
  const japanese = language === 'ja' ? pathReasonsJa[reason.id] : undefined;
  if (japanese === undefined) return reasonText(reason);
  const { paths } = messagesIn(language);
  const argument = (place: number): string => {
    const text = reason.args[place] ?? '';
    return text === 'internet' ? paths.internet : reasonIn(language, text);
  };
  return japanese.replaceAll(/\{(\d)\}/g, (_all, place: string) => argument(Number(place)));
}

type EngineFix = AttackPath['fixes'][number];

function fixOf({ settings, breaksPaths, patch, evidence }: EngineFix, language: Language): PathFix {
  return {
    summary: settings.map(({ summary }) => reasonIn(language, summary)).join(language === 'ja' ? '、' : '; '),
    breaksPaths,
    patch,
    evidence,
  };
}

/** The changes of the plan, by how many paths each closes alone; what only helps together with others is counted with those it is offered in. */
function planOf({ plan, paths }: PathResult, language: Language): readonly PathFix[] {
  const all = paths.flatMap(({ fixes }) => fixes);
  const fixes = plan.settings.map((setting): PathFix => {
    const alone = all.find(({ settings }) => settings.length === 1 && settings[0]?.id === setting.id);
    const evidence: readonly PathEvidence[] = setting.evidence;
    const { breaksPaths = 0, patch = null } = alone ?? {};
    return { summary: reasonIn(language, setting.summary), breaksPaths, patch, evidence };
  });
  return fixes.toSorted((a, b) => b.breaksPaths - a.breaksPaths);
}

function countOf(paths: readonly PathEntry[]): Readonly<Record<Severity, number>> {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of paths) counts[severity] += 1;
  return counts;
}

/** What is known of each node, for names and pictures. */
function nodesOf({ estate, shown }: EstateRead, principals: PathInputs['principals']): ReadonlyMap<string, PathNode> {
  const nodes = new Map<string, PathNode>();
  for (const { node, account, evidence } of principals) {
    const { file, line } = evidence[0] ?? { file: null, line: null };
    nodes.set(node, {
      kind: 'principal',
      name: node.includes('@') ? node : (node.split(/[./]/).at(-1) ?? node),
      type: null,
      account,
      file,
      line,
    });
  }
  const kinds: readonly (readonly [PathNode['kind'], ReturnType<typeof entitiesOf>])[] = [
    [
      'principal',
      [
        ...entitiesOf(estate, 'aws.user'),
        ...entitiesOf(estate, 'aws.role'),
        ...entitiesOf(estate, 'aws.group'),
        ...entitiesOf(estate, 'aws.permission-set'),
      ],
    ],
    ['delivery', entitiesOf(estate, 'delivery')],
    ['data', storesOf(estate)],
    ['workload', entitiesOf(estate, 'workload')],
    ['network', entitiesOf(estate, 'dns-entry')],
  ];
  for (const [kind, entities] of kinds) {
    for (const { node, names, type, account, place } of entities) {
      const { file, line } = shown(place);
      nodes.set(node, { kind, name: nameOf(names, node), type, account, file, line });
    }
  }
  return nodes;
}

function entitiesOf(
  estate: Estate,
  kind: 'aws.user' | 'aws.role' | 'aws.group' | 'aws.permission-set' | 'delivery' | 'workload' | 'dns-entry',
): readonly Pick<ReturnType<Estate['all']>[number], 'node' | 'names' | 'type' | 'account' | 'place'>[] {
  return estate.all(kind);
}

/** The shortest text that is a name and no made-up one. */
function nameOf(names: readonly string[], node: string): string {
  const real = names.filter((each) => !each.startsWith('arn:') && !each.includes('~') && !each.includes('/subscriptions/'));
  return real.toSorted((a, b) => a.length - b.length)[0] ?? node.split('.').at(-1) ?? node;
}

function usedNodes(paths: readonly PathEntry[], known: ReadonlyMap<string, PathNode>): Readonly<Record<string, PathNode>> {
  const ids = new Set(paths.flatMap(({ steps, entry, goal }) => [entry.node, goal.node, ...steps.flatMap(({ from, to }) => [from, to])]));
  return Object.fromEntries([...ids].flatMap((id) => [[id, known.get(id) ?? unlisted(id)] as const]));
}

function unlisted(id: string): PathNode {
  const kind = id === 'internet' ? 'internet' : id === 'admin' ? 'admin' : id.startsWith('repo:') ? 'delivery' : 'other';
  return { kind, name: id, type: null, account: null, file: null, line: null };
}
