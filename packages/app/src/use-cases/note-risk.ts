/** Failed verdicts, with what they open: attack paths are looked for once before the scan, then each verdict is asked as it passes by. */
import type { AttackPath } from '@kumomori/engine';
import { exposureOf } from '@kumomori/engine';
import type { Estate, ReportedPath } from '@kumomori/model';
import { endLine, startLine } from '@kumomori/model';
import type { InstanceVerdict } from '../findings/index.ts';
import type { PathAnalysis } from './find-paths.ts';
import { analyzePaths, titleOf } from './find-paths.ts';
import type { DoorKind, RiskLine, RiskyPath } from './path-risks.ts';
import { PathRisks } from './path-risks.ts';
import type { ScanOptions } from './scan-options.ts';

export interface NotedRisks {
  /** The verdict itself when no path leads over it. */
  noted(verdict: InstanceVerdict): InstanceVerdict;
  /** The gravest first. */
  readonly paths: readonly ReportedPath[];
}

/** Reads the TARGETs a second time, as `paths` does. Nothing of that is kept but the paths. Throws AppErrors like `findAttackPaths`. */
export async function pathRisksIn(options: ScanOptions): Promise<NotedRisks> {
  const { targets, cwd, now, language, configFile = null, varFiles = [], variables = new Map(), workspace = null, people = null } = options;
  const analysis = await analyzePaths({ targets, cwd, now, language, configFile, varFiles, variables, workspace, people });
  const { risky, reported } = pathsIn(analysis);
  const risks = new PathRisks(risky);
  return { noted: (verdict) => withRisk(verdict, risks), paths: reported };
}

function withRisk(verdict: InstanceVerdict, risks: PathRisks): InstanceVerdict {
  const { evaluation, resource, target, severity, entry, exposure } = verdict;
  if (evaluation.status !== 'fail') return verdict;
  const { address, range } = resource.origin;
  const evidence = evaluation.evidence.flatMap(({ path, file, line }) =>
    file === null || line === null ? [] : [{ file: target.shown(file), line, isOwn: OWN_POLICY.test(path) }],
  );
  const original = exposure?.originalSeverity ?? severity;
  const file = target.shown(range.source.path);
  const risk = risks.riskOf(
    { address, file, startLine: startLine(range), endLine: endLine(range), door: doorOf(resource.type), evidence },
    { current: severity, original, isFixed: original !== entry.check.severity },
  );
  return risk ? { ...verdict, severity: risk.severity, risk } : verdict;
}

function pathsIn({ read, result }: PathAnalysis): { readonly risky: readonly RiskyPath[]; readonly reported: readonly ReportedPath[] } {
  const doorsOf = openDoors(read.estate);
  const risky = result.paths.map((path) => riskyPath(path, doorsOf));
  const reported = result.paths.map((path, index): ReportedPath => {
    const { id, query, severity, risk } = path;
    return { id, query, title: risky[index]?.title ?? { en: path.title, ja: path.title }, severity, score: Math.round(risk.risk * 100) };
  });
  return { risky, reported };
}

function riskyPath(path: AttackPath, doorsOf: Doors): RiskyPath {
  const steps = [...path.steps, ...path.alternatives.flat()];
  const ends = [path.entry.node, path.goal.node, ...path.alsoReaches];
  return {
    id: path.id,
    severity: path.severity,
    risk: path.risk.risk,
    title: { en: titleOf(path, 'en'), ja: titleOf(path, 'ja') },
    nodes: nodesOf(steps, ends),
    doors: doorsOn(steps, doorsOf),
    main: new Set([...nodesOf(path.steps, ends), ...doorsOn(path.steps, doorsOf).keys()]),
    lines: linesOf([...steps, ...path.fixes]),
  };
}

type Steps = AttackPath['steps'];

function nodesOf(steps: Steps, ends: readonly string[]): ReadonlySet<string> {
  const all = [...ends, ...steps.flatMap(({ from, to }) => [from, to])];
  return new Set(all.filter((node) => node !== 'internet' && node !== 'admin'));
}

function doorsOn(steps: Steps, doorsOf: Doors): ReadonlyMap<string, ReadonlySet<DoorKind>> {
  const doors = new Map<string, Set<DoorKind>>();
  for (const { address, kind } of steps.flatMap(({ edge, to }) => (edge === 'NET_REACH' ? (doorsOf.get(to) ?? []) : []))) {
    doors.set(address, new Set([...(doors.get(address) ?? []), kind]));
  }
  return doors;
}

function linesOf(parts: readonly Pick<AttackPath['fixes'][number], 'evidence'>[]): readonly RiskLine[] {
  const lines = parts.flatMap(({ evidence }) =>
    evidence.flatMap(({ file, line }) => (file === null || line === null ? [] : [{ file, line }])),
  );
  return [...new Map(lines.map((each) => [`${each.file}:${each.line}`, each])).values()];
}

const OWN_POLICY = /^document\b/;

function doorOf(type: string): DoorKind | null {
  return type.includes('security-group') ? 'security group' : type.includes('network-acl') ? 'nacl' : null;
}

/** What lets traffic pass that reaches a node. */
type Doors = ReadonlyMap<string, readonly { readonly address: string; readonly kind: DoorKind }[]>;

function openDoors(estate: Estate): Doors {
  const doors = new Map<string, { readonly address: string; readonly kind: DoorKind }[]>();
  for (const { node, reachable, because } of exposureOf(estate)) {
    if (reachable !== true) continue;
    const passed = because.flatMap(({ station, says, node: address }) =>
      (station === 'security group' || station === 'nacl') && says === 'passes' && address !== null ? [{ address, kind: station }] : [],
    );
    doors.set(node, [...(doors.get(node) ?? []), ...passed]);
  }
  return doors;
}
