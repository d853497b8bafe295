/** Findings in code → proved changes of its files; writing them is another step. */
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Caution, EditedFormat } from '@kumomori/model';
import { editedFormats, lineColumnAt, startLine, waysOf } from '@kumomori/model';
import type { FileTree, Texts } from '@kumomori/parsers';
import type { InstanceVerdict, OriginTarget } from '../findings/index.ts';
import { fingerprintOf } from '../findings/index.ts';
import type { Candidate, Judgement, RefusedBecause } from '../fixes/index.ts';
import { JudgementCollector, candidateOf, maskDiff, prove, secretLines, unifiedDiff, verdictKey } from '../fixes/index.ts';
import { scanCode } from './scan-code.ts';
import type { ScanOptions } from './scan-options.ts';

export interface FixedFile {
  /** As the report names it. */
  readonly file: string;
  /** Absolute; and the folder of its TARGET, which it lies in. */
  readonly path: string;
  readonly root: string;
  readonly before: string;
  readonly after: string;
  /** Unified; its paths are relative to the working folder. Secrets in its lines are masked. */
  readonly diff: string;
}

/** A failing check on a piece of code that has a fix, and what became of it. */
export interface FixOutcome {
  readonly fingerprint: string;
  readonly checkId: string;
  readonly address: string;
  readonly file: string;
  readonly line: number;
  /** How many instances are made from the code. */
  readonly instances: number;
  /** What has to be known before the change is applied. */
  readonly cautions: readonly Caution[];
  /** Null: it is fixed. */
  readonly refused: FixRefusal | null;
  /** What would be changed for it alone; only when that was asked for, and null when it would quote a secret. Unified, paths as the report names files. */
  readonly patch: string | null;
}

export interface FixRefusal {
  readonly code: RefusedBecause['code'] | 'rendered';
  readonly what: string;
  /** Where it can be changed by hand: the line that sets the value, and the names it passed on its way. */
  readonly change: { readonly file: string; readonly line: number; readonly names: readonly string[] } | null;
}

export interface FixReport {
  readonly files: readonly FixedFile[];
  readonly outcomes: readonly FixOutcome[];
  /** Open findings whose checks have no automatic fix here. */
  readonly manual: number;
}

export interface FixAsk {
  /** Each fix is proved alone, and its patch kept; otherwise they are proved together. */
  readonly apart?: boolean;
  /** Only of these findings; all without. */
  readonly fingerprints?: ReadonlySet<string>;
}

/**
 * What `--fix` would write. Nothing is written; files are read through the scan, texts of open editors included. Throws AppErrors as a scan
 * does. Scans once, and once more for all fixes together; more often only where one of them is refused.
 */
export async function fixFindings(options: ScanOptions, { apart = false, fingerprints }: FixAsk = {}): Promise<FixReport> {
  // What is fixed may be chosen; what must not become worse is everything.
  const all: ScanOptions = { ...options, checks: [], skipChecks: [], frameworks: [], severities: [] };
  const before = await observe(all, new Map());
  const chosen = isNarrow(options) ? new Set((await observe(options, new Map())).failing.map(keyOf)) : null;
  const seen: Seen = chosen ? { ...before, failing: before.failing.filter((each) => chosen.has(keyOf(each))) } : before;
  const fixables = fixablesIn(seen).filter(({ fingerprint }) => fingerprints?.has(fingerprint) ?? true);
  const ready = fixables.flatMap((each) => (each.candidate ? [{ ...each, candidate: each.candidate }] : []));
  const proving = new Proving(all, before, ready);
  const { texts, refused, patches } = apart ? await proving.apart() : { ...(await proving.together()), patches: new Map<string, string>() };
  const fixed = new Set(ready.filter(({ candidate }) => !refused.has(candidate)).map(({ fingerprint }) => fingerprint));
  const outcomes = fixables.map((each): FixOutcome => {
    const { first, fingerprint, count, candidate } = each;
    const { origin } = first.resource;
    const because = candidate ? refused.get(candidate) : null;
    return {
      fingerprint,
      checkId: first.entry.id,
      address: origin.address,
      file: first.target.shown(origin.range.source.path),
      line: startLine(origin.range),
      instances: count,
      cautions: first.entry.check.fix.cautions ?? [],
      refused: fixed.has(fingerprint) ? null : because ? refusalOf(because, each, before) : { code: 'rendered', what: '', change: null },
      patch: patches.get(fingerprint) ?? null,
    };
  });
  const files = [...texts].map(([path, after]) => fixedFile(before, path, { after, cwd: options.cwd }));
  const open = seen.failing.filter(({ suppressed }) => suppressed === null).map((each) => `${each.entry.id}\n${each.identity}`);
  return { files, outcomes, manual: new Set(open).size - fixables.length };
}

function isNarrow({ checks = [], skipChecks = [], frameworks = [], severities = [] }: ScanOptions): boolean {
  return [checks, skipChecks, frameworks, severities].some((each) => each.length > 0);
}

/** What one scan showed. */
interface Seen extends Judgement {
  readonly failing: readonly InstanceVerdict[];
  readonly trees: ReadonlyMap<OriginTarget, FileTree>;
  /** Masked. */
  readonly linesOf: (file: string) => readonly string[] | null;
}

async function observe(options: ScanOptions, changed: Texts): Promise<Seen> {
  const judged = new JudgementCollector<InstanceVerdict>();
  const trees = new Map<OriginTarget, FileTree>();
  const result = await scanCode({
    ...options,
    include: [],
    baseline: null,
    external: [],
    paths: false,
    blame: false,
    gitHistory: false,
    opened: new Map([...(options.opened ?? []), ...changed]),
    observer: {
      target: (tree, origin) => void trees.set(origin, tree),
      verdict: (verdict) => judged.add(keyOf(verdict), verdict.evaluation.status, verdict),
    },
  });
  judged.addTroubles(result.report.diagnostics);
  result.close();
  return { ...judged.result(), trees, linesOf: result.linesOf };
}

function keyOf({ entry, resource: { origin }, target }: InstanceVerdict): string {
  const root = target.shown(origin.rootDir);
  return verdictKey(entry.id, root === '' || root === '.' ? origin.address : `${root}: ${origin.address}`);
}

interface Fixable {
  readonly fingerprint: string;
  readonly first: InstanceVerdict;
  readonly count: number;
  /** Null: its text cannot be edited. */
  readonly candidate: Candidate | null;
}

/** One for each check and piece of code that is open and has a fix. */
function fixablesIn(seen: Seen): readonly Fixable[] {
  const open = seen.failing.filter(({ suppressed }) => suppressed === null);
  const groups = Map.groupBy(open, (each) => `${each.entry.id}\n${each.identity}`);
  return [...groups.values()].flatMap((group): Fixable[] => {
    const [first] = group;
    const format = first && editedFormats.find((each) => each === first.resource.origin.kind);
    if (!first || !format || waysOf(first.entry.check.fix.edits, format).length === 0) return [];
    const fingerprint = fingerprintOf(first.entry.id, first.identity);
    return [{ fingerprint, first, count: group.length, candidate: candidateFor(group, first, { format, seen }) }];
  });
}

interface CandidateContext {
  readonly format: EditedFormat;
  readonly seen: Seen;
}

function candidateFor(group: readonly InstanceVerdict[], first: InstanceVerdict, { format, seen }: CandidateContext): Candidate | null {
  const tree = seen.trees.get(first.target);
  const { origin } = first.resource;
  const { path, text } = origin.range.source;
  if (!tree || isOutside(path)) return null;
  const written = tree.read(path);
  // What Helm or kustomize rendered stands in no file.
  if (written.kind !== 'text' || written.text !== text) return null;
  return candidateOf({
    name: first.entry.id,
    goals: group.map(keyOf),
    ways: waysOf(first.entry.check.fix.edits, format),
    format,
    file: join(tree.root, path),
    address: origin.address,
    start: origin.range.start,
    texts: textsBeside(tree, path, format),
  });
}

function isOutside(path: string): boolean {
  return isAbsolute(path) || path.startsWith('../') || path.split('/').includes('.terraform');
}

/** The file, and for Terraform the others of its folder, by absolute path. */
function textsBeside(tree: FileTree, path: string, format: EditedFormat): Texts {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const isBeside = (each: string): boolean =>
    each.startsWith(folder) && !each.slice(folder.length).includes('/') && /\.(?:tf|tofu)(?:\.json)?$/.test(each);
  const paths = format === 'terraform' ? tree.paths.filter(isBeside) : [path];
  return new Map(
    paths.flatMap((each) => {
      const file = tree.read(each);
      return file.kind === 'text' ? [[join(tree.root, each), file.text] as const] : [];
    }),
  );
}

type Ready = Fixable & { readonly candidate: Candidate };

interface Proved {
  readonly texts: Texts;
  readonly refused: ReadonlyMap<Candidate, RefusedBecause>;
}

class Proving {
  readonly #options: ScanOptions;
  readonly #before: Seen;
  readonly #ready: readonly Ready[];

  constructor(options: ScanOptions, before: Seen, ready: readonly Ready[]) {
    this.#options = options;
    this.#before = before;
    this.#ready = ready;
  }

  async together(
    candidates = this.#ready.map(({ candidate }) => candidate),
  ): Promise<Proved & { readonly ways: ReadonlyMap<Candidate, number> }> {
    const { texts, refused, proved } = await prove({
      candidates,
      read: (file) => textAt(this.#before, file)?.text,
      before: this.#before,
      judge: (changed) => observe(this.#options, changed),
    });
    return {
      texts,
      refused: new Map(refused.map(({ candidate, because }) => [candidate, because])),
      ways: new Map(proved.map(({ candidate, way }) => [candidate, way])),
    };
  }

  /** One of each folder at a time: they do not know of each other. */
  async apart(): Promise<Proved & { readonly patches: ReadonlyMap<string, string> }> {
    const byFolder = [...Map.groupBy(this.#ready, ({ first }) => folderOf(first)).values()];
    const rounds = Math.max(0, ...byFolder.map((each) => each.length));
    const refused = new Map<Candidate, RefusedBecause>();
    const patches = new Map<string, string>();
    for (let round = 0; round < rounds; round++) {
      const now = byFolder.flatMap((each) => each[round] ?? []);
      const proved = await this.together(now.map(({ candidate }) => candidate));
      for (const [candidate, because] of proved.refused) refused.set(candidate, because);
      for (const { candidate, fingerprint } of now) {
        const way = proved.ways.get(candidate);
        const edited = way === undefined ? null : candidate.editOn(new Map(), way);
        const patch = edited?.kind === 'edited' ? this.#patch(edited.changed) : null;
        if (patch !== null) patches.set(fingerprint, patch);
      }
    }
    return { texts: new Map(), refused, patches };
  }

  #patch(changed: Texts): string | null {
    const diffs = [...changed].map(([path, after]) => {
      const { file = path, text = '' } = textAt(this.#before, path) ?? {};
      const diff = unifiedDiff(file, text, after);
      return maskDiff(diff, secretLines(text, this.#before.linesOf(file))) === diff ? diff : null;
    });
    return diffs.includes(null) ? null : diffs.join('');
  }
}

function folderOf({ target, resource: { origin } }: InstanceVerdict): string {
  const { path } = origin.range.source;
  return `${target.path}\n${path.slice(0, path.lastIndexOf('/') + 1)}`;
}

interface FileAt {
  readonly root: string;
  /** As the report names it. */
  readonly file: string;
  readonly text: string;
}

function textAt({ trees }: Seen, path: string): FileAt | null {
  for (const [origin, tree] of trees) {
    const inside = relative(tree.root, path).split(sep).join('/');
    if (isOutside(inside)) continue;
    const read = tree.read(inside);
    if (read.kind === 'text') return { root: tree.root, file: origin.shown(inside), text: read.text };
  }
  return null;
}

function fixedFile(seen: Seen, path: string, { after, cwd }: { readonly after: string; readonly cwd: string }): FixedFile {
  const { root = '', file = path, text: before = '' } = textAt(seen, path) ?? {};
  const fromHere = relative(cwd, path).split(sep).join('/');
  const diff = unifiedDiff(fromHere.startsWith('../') ? file : fromHere, before, after);
  return { file, path, root, before, after, diff: maskDiff(diff, secretLines(before, seen.linesOf(file))) };
}

function refusalOf(because: RefusedBecause, { first }: Fixable, seen: Seen): FixRefusal {
  const { code, what, at } = because;
  if (code !== 'expression') return { code, what, change: null };
  const { evidence } = first.evaluation;
  const passed = evidence.filter(({ provenance }) => provenance.length > 0);
  const named = passed.findLast(({ provenance }) => provenance.some(({ name }) => what.includes(name))) ?? passed.at(-1);
  if (named && named.file !== null && named.line !== null)
    return {
      code,
      what,
      change: { file: first.target.shown(named.file), line: named.line, names: [...new Set(named.provenance.map(({ name }) => name))] },
    };
  const place = at && textAt(seen, at.file);
  const line = place && lineColumnAt({ path: place.file, text: place.text }, at.start).line;
  return { code, what, change: place && line !== null ? { file: place.file, line, names: [] } : null };
}
