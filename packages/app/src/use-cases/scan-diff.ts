/** `scan TARGET… --diff BASE`: what a change adds, changes, resolves or silences, and nothing else. */
import { copyFileSync, existsSync, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { DiffReport, DiffedFinding, Finding, Findings, ScanReport, Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import { AppError } from '../errors.ts';
import { countFindings } from '../findings/index.ts';
import type { Messages } from '../i18n/index.ts';
import { messagesIn } from '../i18n/index.ts';
import { flipped, isOpen } from './flipped.ts';
import type { RevisionFolder } from './git-revision.ts';
import { RevisionError, openRevision } from './git-revision.ts';
import { scanLarge } from './scan-code.ts';
import type { DiskSpace, ScanOptions, ScanResult } from './scan-options.ts';
import { liveTargets, mayBeCode } from './targets.ts';

/**
 * `base`: a folder, or a revision of the repository that the TARGETs lie in. The report holds only findings that the change adds, changes or
 * silences; what it resolves is named in `report.diff`. Each side is judged by its own kumomori.yaml, unless one was named. Throws AppErrors:
 * `usage` when there is no such base, or TARGETs lie in several repositories.
 */
export async function scanDiff(base: string, options: ScanOptions, space: DiskSpace): Promise<ScanResult<Findings>> {
  const messages = messagesIn(options.language);
  const found = await scanLarge(options, space);
  try {
    const side = await openBase(base, { options, messages, space });
    try {
      const { onProgress: _, baseline: __, external: ___, previewExceptions: ____, ...same } = options;
      const old = await scanLarge({ ...same, ...side.options }, space);
      try {
        return withDiff(found, old.report.findings, { base, commit: side.commit, problem: side.problem });
      } finally {
        old.close();
      }
    } finally {
      side.close();
    }
  } catch (error) {
    found.close();
    throw error;
  }
}

/** Where the base is read, and as what. */
interface Base {
  readonly options: Pick<ScanOptions, 'targets' | 'cwd' | 'varFiles' | 'configFile' | 'source'>;
  readonly commit: string | null;
  readonly problem: string | null;
  close(): void;
}

interface Opening {
  readonly options: ScanOptions;
  readonly messages: Messages;
  readonly space: DiskSpace;
}

async function openBase(base: string, opening: Opening): Promise<Base> {
  const { options, messages } = opening;
  const folder = resolve(options.cwd, base);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    if (options.targets.length > 1) throw new AppError('usage', { message: messages.scanDiff.oneTarget });
    const { cwd, varFiles = [], configFile = null, source = null } = options;
    return { options: { targets: [base], cwd, varFiles, configFile, source }, commit: null, problem: null, close: () => {} };
  }
  const live = options.targets.find((target) => liveTargets.has(target));
  if (live !== undefined) throw new AppError('usage', { message: messages.scanDiff.liveTarget(live) });
  const places = options.targets.map((target) => realpathSync(resolve(options.cwd, target)));
  const [first = options.cwd] = places.map(folderOf);
  try {
    const revision = await openRevision(first, base, {
      temporary: opening.space.folder,
      within: places.map(folderOf),
      mayBeCalled: mayBeCode,
    });
    try {
      const problem = revision.problem === null ? null : messages.scanDiff.noMergeBase(revision.problem);
      return { ...revision, problem, options: mirrored(revision, places, opening) };
    } catch (error) {
      revision.close();
      throw error;
    }
  } catch (error) {
    if (error instanceof RevisionError)
      throw new AppError('usage', { message: messages.scanDiff.noBase(base, error.message, error.near), cause: error });
    throw error;
  }
}

/** The same question at the same places of the base: names that the user wrote stay as they are wherever that is possible. */
function mirrored({ folder, repository }: RevisionFolder, places: readonly string[], { options, messages }: Opening): Base['options'] {
  const within = (place: string): string | null => {
    const path = relative(repository, place);
    return path === '..' || path.startsWith('../') || isAbsolute(path) ? null : join(folder, path);
  };
  const here = realpathSync(options.cwd);
  const cwd = within(here) ?? options.cwd;
  mkdirSync(cwd, { recursive: true });
  const targets = options.targets.flatMap((target, index) => {
    const place = places[index] ?? here;
    const mirror = within(place);
    if (mirror === null) throw new AppError('usage', { message: messages.scanDiff.otherRepository(target, repository) });
    if (statSync(place).isDirectory()) keepFolder(mirror);
    else if (!existsSync(mirror)) return [];
    return [cwd !== options.cwd && !isAbsolute(target) ? target : mirror];
  });
  // Nothing of it was there: an empty folder is what it is compared with.
  const nothing = join(folder, '.git', 'nothing');
  if (targets.length === 0) keepFolder(nothing);
  const { configFile = null, source = null } = options;
  const moved = (file: string): string => (existsSync(resolve(cwd, file)) && !isAbsolute(file) ? file : resolve(options.cwd, file));
  return {
    targets: targets.length === 0 ? [nothing] : targets,
    cwd,
    varFiles: (options.varFiles ?? []).map(moved),
    configFile: configFile === null ? null : sameConfig(resolve(options.cwd, configFile), within),
    source: source === null ? null : moved(source),
  };
}

/** A folder that a scan accepts even when the base has no code in it. */
function keepFolder(place: string): void {
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'kumomori-nothing.tf'), '# nothing yet\n');
}

/** The named file judges both sides; its patterns are relative to its folder. */
function sameConfig(file: string, within: (place: string) => string | null): string {
  const mirror = within(file);
  if (mirror === null || !existsSync(file)) return file;
  mkdirSync(dirname(mirror), { recursive: true });
  copyFileSync(file, mirror);
  return mirror;
}

function folderOf(place: string): string {
  return statSync(place).isDirectory() ? place : dirname(place);
}

/** What has to be remembered of a finding of the base. */
interface Earlier {
  readonly isOpen: boolean;
  readonly status: Finding['status'];
  readonly severity: Severity;
  readonly signature: string;
  readonly told: DiffedFinding;
  readonly sameElsewhere: string;
}

interface Compared {
  readonly base: string;
  readonly commit: string | null;
  readonly problem: string | null;
}

function withDiff(found: ScanResult<Findings>, before: Findings, { base, commit, problem }: Compared): ScanResult<Findings> {
  const earlier = new Map<string, Earlier>();
  for (const finding of before) earlier.set(finding.fingerprint, earlierOf(finding));
  const comparing = new Comparing(earlier);
  const changes = new Map<string, NonNullable<Finding['change']>>();
  for (const finding of found.report.findings) {
    const change = comparing.see(finding);
    if (change) changes.set(finding.fingerprint, change);
  }
  const moved = comparing.takeMoved();
  for (const { fingerprint } of moved) changes.delete(fingerprint);
  const findings = onlyChanged(found.report.findings, changes);
  const { checksOf: _, pass: __, notApplicable: ___, ...counts } = countFindings({ findings, others: [] });
  const note = problem === null ? [] : [{ ...NOWHERE, message: problem }];
  const report: ScanReport<Findings> = {
    ...found.report,
    findings,
    summary: { ...found.report.summary, ...counts },
    diagnostics: [...found.report.diagnostics, ...note],
    diff: { base, commit, ...comparing.result(findings, moved) },
  };
  return { ...found, report };
}

const NOWHERE = { severity: 'warning', file: '', line: null, column: null, code: 'diff-base' } as const;

class Comparing {
  readonly #earlier: ReadonlyMap<string, Earlier>;
  readonly #seen = new Map<string, Finding['status']>();
  readonly #silenced: DiffedFinding[] = [];
  /** New failures, by what makes them the same as one that is gone. */
  readonly #new = new Map<string, DiffedFinding[]>();
  #unchanged = 0;

  constructor(earlier: ReadonlyMap<string, Earlier>) {
    this.#earlier = earlier;
  }

  /** What the change did to a finding; null when nothing, or when it is no failure and was decided before. */
  see(finding: Finding): NonNullable<Finding['change']> | null {
    const { fingerprint, status, suppressed, severity } = finding;
    const before = this.#earlier.get(fingerprint);
    this.#seen.set(fingerprint, status);
    // A baseline is the user's own, not the change's.
    if (suppressed?.by === 'baseline') return null;
    if (suppressed !== null) return this.#suppressed(finding, before);
    if (status === 'unknown') return before?.status === 'unknown' || before?.isOpen ? null : 'new';
    if (status !== 'fail') return null;
    if (!before?.isOpen) {
      const key = elsewhere(finding);
      const same = this.#new.get(key) ?? [];
      same.push(told(finding));
      this.#new.set(key, same);
      return 'new';
    }
    if (severities.indexOf(severity) < severities.indexOf(before.severity)) return 'new';
    if (signatureOf(finding) !== before.signature || severity !== before.severity) return 'changed';
    this.#unchanged += 1;
    return null;
  }

  /** What is gone at one place and new at another, once for each pair; taken out of both. */
  takeMoved(): readonly DiffedFinding[] {
    const moved: DiffedFinding[] = [];
    for (const [fingerprint, each] of this.#earlier) {
      if (!each.isOpen || this.#seen.has(fingerprint)) continue;
      const partner = this.#new.get(each.sameElsewhere)?.shift();
      if (partner === undefined) continue;
      moved.push(partner);
      this.#seen.set(fingerprint, 'fail');
    }
    return moved;
  }

  result(findings: Findings, moved: readonly DiffedFinding[]): Omit<DiffReport, 'base' | 'commit'> {
    const newBySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
    const counts = { new: 0, newUnknown: 0, changed: 0 };
    for (const { change, status, severity } of findings) {
      if (change === 'changed') counts.changed += 1;
      else if (change === 'new' && status === 'unknown') counts.newUnknown += 1;
      else if (change === 'new') {
        counts.new += 1;
        newBySeverity[severity] += 1;
      }
    }
    // What nobody knows any more is not resolved.
    const isOver = (fingerprint: string): boolean => ['pass', 'not-applicable', undefined].includes(this.#seen.get(fingerprint));
    const resolved = [...this.#earlier].flatMap(([fingerprint, each]) => (each.isOpen && isOver(fingerprint) ? [each.told] : []));
    return { ...counts, newBySeverity, unchanged: this.#unchanged, resolved, silenced: this.#silenced, moved };
  }

  #suppressed(finding: Finding, before: Earlier | undefined): 'silenced' | null {
    if (finding.status !== 'fail' || (before !== undefined && !before.isOpen && before.status === 'fail')) return null;
    this.#silenced.push(told(finding));
    return 'silenced';
  }
}

function onlyChanged(all: Findings, changes: ReadonlyMap<string, NonNullable<Finding['change']>>): Findings {
  return {
    length: changes.size,
    *[Symbol.iterator]() {
      for (const finding of all) {
        const change = changes.get(finding.fingerprint);
        if (change !== undefined) yield { ...finding, change };
      }
    },
  };
}

function earlierOf(finding: Finding): Earlier {
  const { status, severity } = finding;
  return {
    isOpen: isOpen(finding),
    status,
    severity,
    signature: signatureOf(finding),
    told: told(finding),
    sameElsewhere: elsewhere(finding),
  };
}

/** Which instances fail, and for what values. */
function signatureOf({ instances }: Finding): string {
  const failing = instances.filter(isOpen);
  return JSON.stringify(failing.map(({ address, evidence }) => JSON.stringify([address, valuesOf(evidence)])).toSorted());
}

/** The same check on a resource of the same type and name with the same values. */
function elsewhere({ checkId, resource, evidence }: Finding): string {
  return JSON.stringify([checkId, resource.type, resource.name, valuesOf(evidence)]);
}

function valuesOf(evidence: Finding['evidence']): unknown {
  return evidence.map(({ path, value, state }) => [path, value, state]);
}

function told(finding: Finding): DiffedFinding {
  const { title, origin } = finding;
  return { ...flipped(finding), title, file: origin.file, line: origin.startLine };
}
