/**
 * Fixes of attack paths as changes of the code. Each is proved alone: the estate is read again with the changed texts, and then every path
 * that the fix claims to end is gone, nobody gets to anything that he did not get to before, every file is read as well, and no comment is
 * lost.
 */
import { isAbsolute, join } from 'node:path';
import type { AttackPath } from '@kumomori/engine';
import type { Status } from '@kumomori/model';
import type { FileTree, Texts } from '@kumomori/parsers';
import { placeAt } from '@kumomori/parsers';
import type { Candidate, EditedPlace, Judgement, PathEdit, PathUse } from '../fixes/index.ts';
import { endingEdits, maskDiff, prove, secretLines, unifiedDiff } from '../fixes/index.ts';
import type { FindPathsOptions, PathAnalysis } from './find-paths.ts';
import type { EstateRead } from './read-estate.ts';
import { secretLines as maskedLines, sensitiveVariables } from './secret-lines.ts';

type EngineFix = AttackPath['fixes'][number];

/** Each costs an analysis of the whole estate. */
const MAX_FIXES = 60;
const MAX_WAYS = 3;

/** Analyzes the TARGETs with these texts in place of what files hold, all ways and no fixes. */
export type Analyze = (options: Pick<FindPathsOptions, 'opened' | 'onlyWays' | 'maxPaths'>) => Promise<PathAnalysis>;

/**
 * The same analysis; of its fixes those that code can express and that are proved have a patch: unified, paths as the report names files. The
 * graver paths come first where there are more fixes than are tried.
 */
export async function withPatches(analysis: PathAnalysis, analyze: Analyze): Promise<PathAnalysis> {
  const { result, read, search } = analysis;
  const all = search({ maxPaths: ALL, withFixes: false }).paths;
  const before = judged(analysis, { reached: search.reached(), told: new Set(all.flatMap(pairsOf)) });
  const judge = async (opened: Texts): Promise<Judgement> => {
    const after = await analyze({ opened, onlyWays: true, maxPaths: ALL });
    return judged(after, { reached: after.search.reached(), told: new Set(after.result.paths.flatMap(pairsOf)) }, before);
  };
  const files = new CodeFiles(read);
  const patches = new Map<EngineFix, string>();
  let left = MAX_FIXES;
  for (const [fix, paths] of fixesIn(result.paths)) {
    const candidate = candidateFor(fix, paths, files);
    if (candidate === null || left <= 0) continue;
    left -= 1;
    const proof = await prove({ candidates: [candidate], read: (file) => files.text(file), before, judge, maxJudged: MAX_WAYS });
    const patch = proof.proved.length === 1 ? files.patch(proof.texts) : null;
    if (patch !== null) patches.set(fix, patch);
  }
  const paths = result.paths.map((path) => ({ ...path, fixes: path.fixes.map((fix) => ({ ...fix, patch: patches.get(fix) ?? null })) }));
  return { ...analysis, result: { ...result, paths } };
}

/** Of a cut list nobody could say what is gone. */
const ALL = 100_000;

/** The same fix is one object, whichever paths it ends. */
function fixesIn(paths: readonly AttackPath[]): ReadonlyMap<EngineFix, readonly AttackPath[]> {
  const found = new Map<EngineFix, AttackPath[]>();
  for (const path of paths) {
    for (const fix of path.fixes) {
      const known = found.get(fix);
      if (known) known.push(path);
      else found.set(fix, [path]);
    }
  }
  return found;
}

interface Ways {
  /** Everything that can be derived. */
  readonly reached: ReadonlySet<string>;
  /** Everything that is told. */
  readonly told: ReadonlySet<string>;
}

/**
 * As the proof of fixes wants it: what is gone passes, what is there fails. A way that was there before and was not told, because a worse one
 * was, may come to light; one that was not there may not.
 */
function judged({ read }: PathAnalysis, { reached, told }: Ways, before?: Judgement): Judgement {
  const verdicts = new Map<string, Status>();
  for (const key of before?.verdicts.keys() ?? []) verdicts.set(key, 'pass');
  for (const pair of reached) verdicts.set(`reached ${pair}`, 'fail');
  for (const pair of told) if (!before || before.verdicts.has(`told ${pair}`)) verdicts.set(`told ${pair}`, 'fail');
  const troubles = new Map<string, number>();
  for (const { severity, file, code } of read.diagnostics) {
    const kind = `${file}: ${code}`;
    if (severity !== 'info') troubles.set(kind, (troubles.get(kind) ?? 0) + 1);
  }
  return { verdicts, troubles };
}

/** Everybody who comes this way, with every goal at its end. */
function pairsOf({ entry, goal, alsoFrom, alsoReaches }: AttackPath): readonly string[] {
  const goals = [nameOf(goal), ...alsoReaches];
  return [entry.node, ...alsoFrom].flatMap((from) => goals.map((to) => `${from} -> ${goal.kind} ${to}`));
}

/** All accounts' administrators are one node. */
function nameOf({ node, account }: AttackPath['goal']): string {
  return node === 'admin' ? account : node;
}

/** Null where a setting of the fix is none that is written. */
function candidateFor(fix: EngineFix, paths: readonly AttackPath[], files: CodeFiles): Candidate | null {
  const use = useOf(paths);
  const ways = fix.settings.map((setting): readonly PathEdit[] => {
    const [place] = setting.evidence.flatMap(({ file, line }) => (file === null || line === null ? [] : (files.placeAt(file, line) ?? [])));
    return place ? endingEdits(setting, place, use) : [];
  });
  if (ways.length === 0 || ways.some((each) => each.length === 0)) return null;
  const count = Math.min(MAX_WAYS, Math.max(...ways.map((each) => each.length)));
  return {
    name: fix.summary,
    goals: paths.flatMap((path) => pairsOf({ ...path, alsoFrom: [] }).map((pair) => `told ${pair}`)),
    ways: count,
    editOn(texts, way) {
      const changed = new Map<string, string>();
      for (const each of ways) {
        const edit = each[Math.min(way, each.length - 1)];
        const outcome = edit?.(new Map([...texts, ...changed]));
        if (outcome?.kind === 'refused') return outcome;
        for (const [file, text] of outcome?.changed ?? []) changed.set(file, text);
      }
      return { kind: 'edited', changed };
    },
  };
}

/** Permissions that the steps need, and who comes over a trust. */
function useOf(paths: readonly AttackPath[]): PathUse {
  const steps = paths.flatMap((path) => path.steps);
  const actions = steps.flatMap(({ reason, requirements }) =>
    [reason, ...requirements].flatMap(({ id, args }) => (id === 'may' && args[1] !== undefined ? args[1].split(/,\s*/) : [])),
  );
  return { actions: [...new Set(actions)], comers: [...new Set(steps.map(({ from }) => (from === 'internet' ? '*' : from)))] };
}

interface CodeFile {
  readonly tree: FileTree;
  /** In its tree. */
  readonly path: string;
  readonly shown: string;
}

/** Files of the TARGETs by the names in reports and by absolute path; of those that a change may be written to. */
class CodeFiles {
  readonly #byName = new Map<string, CodeFile>();
  readonly #byPath = new Map<string, CodeFile>();
  readonly #sensitive = new Set<string>();

  constructor({ code }: EstateRead) {
    for (const { tree, shown } of code) {
      for (const path of tree.paths) {
        if (isAbsolute(path) || path.startsWith('../') || path.split('/').includes('.terraform')) continue;
        const file = { tree, path, shown: shown(path) };
        this.#byName.set(file.shown, file);
        this.#byPath.set(join(tree.root, path), file);
      }
    }
  }

  text(absolute: string): string | undefined {
    const file = this.#byPath.get(absolute);
    const read = file?.tree.read(file.path);
    return read?.kind === 'text' ? read.text : undefined;
  }

  placeAt(name: string, line: number): EditedPlace | null {
    const file = this.#byName.get(name);
    const absolute = file && join(file.tree.root, file.path);
    const text = absolute === undefined ? undefined : this.text(absolute);
    if (!file || absolute === undefined || text === undefined) return null;
    const place = placeAt(file.path, text, line);
    return place && { ...place, file: absolute, texts: this.#beside(file, absolute, place.format) };
  }

  #beside({ tree, path }: CodeFile, absolute: string, format: string): Texts {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const isBeside = (each: string): boolean =>
      each.startsWith(folder) && !each.slice(folder.length).includes('/') && /\.(?:tf|tofu)$/.test(each);
    const places = format === 'terraform' ? tree.paths.filter(isBeside).map((each) => join(tree.root, each)) : [absolute];
    return new Map(
      places.flatMap((each) => [[each, this.text(each)] as const]).filter((each): each is [string, string] => each[1] !== undefined),
    );
  }

  /** Null when it would quote a secret. */
  patch(texts: Texts): string | null {
    if (this.#sensitive.size === 0)
      for (const path of this.#byPath.keys())
        if (/\.(?:tf|tofu)$/.test(path)) for (const name of sensitiveVariables(this.text(path) ?? '')) this.#sensitive.add(name);
    const diffs = [...texts].map(([path, after]) => {
      const before = this.text(path) ?? '';
      const diff = unifiedDiff(this.#byPath.get(path)?.shown ?? path, before, after);
      const masked = maskedLines(before.split(/\r?\n/), this.#sensitive);
      return maskDiff(diff, secretLines(before, masked)) === diff ? diff : null;
    });
    const made = diffs.filter((each) => each !== null && each !== '');
    return diffs.includes(null) || made.length === 0 ? null : made.join('');
  }
}
