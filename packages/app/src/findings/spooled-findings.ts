/** Findings of a very large scan: sorted runs in a temporary file, merged while one walks through them. */
import type { Finding, FindingKind, Findings, Status } from '@kumomori/model';
import type { SpoolFile, Stretch } from '../spool/index.ts';
import { mergeSorted } from '../spool/index.ts';
import type { FindingLines } from './finding-lines.ts';
import { compareFindings, compareKinds } from './group.ts';
import { SeenGroups } from './seen-groups.ts';

/** What was put away at one time; by kind, each sorted. */
interface Run {
  readonly kinds: ReadonlyMap<string, Stretch>;
}

export interface SpooledOptions {
  readonly file: SpoolFile;
  readonly lines: FindingLines;
}

/** Parts of findings on the disk, in the order in which they were found. */
export class StoredParts {
  readonly #options: SpooledOptions;
  readonly #runs: Run[] = [];
  readonly #kinds = new Map<string, FindingKind>();

  constructor(options: SpooledOptions) {
    this.#options = options;
  }

  /** Throws SpoolError. */
  add(findings: readonly Finding[]): void {
    const { file, lines } = this.#options;
    const kinds = new Map<string, Stretch>();
    for (const [key, same] of Map.groupBy(findings, keyOfKind)) {
      const [first] = same;
      if (first && !this.#kinds.has(key)) this.#kinds.set(key, kindOf(first));
      kinds.set(key, file.append(same.toSorted(compareFindings).map((each) => lines.write(each))));
    }
    this.#runs.push({ kinds });
  }

  /** In the order of a report. */
  get kinds(): readonly FindingKind[] {
    return [...this.#kinds.values()].sort(compareKinds);
  }

  /** Sorted within each run, of which there is one for each time something was put away. */
  runsOf(kind: FindingKind): readonly Iterable<Finding>[] {
    const key = keyOfKind(kind);
    return this.#runs.flatMap(({ kinds }) => {
      const stretch = kinds.get(key);
      return stretch ? [this.#read(stretch)] : [];
    });
  }

  /** Everything, run by run. */
  *inOrderFound(): Generator<Finding> {
    for (const { kinds } of this.#runs) for (const stretch of kinds.values()) yield* this.#read(stretch);
  }

  *#read(stretch: Stretch): Generator<Finding> {
    const { file, lines } = this.#options;
    for (const line of file.read(stretch)) yield lines.read(line);
  }
}

export interface WholeOptions {
  readonly parts: StoredParts;
  readonly length: number;
  /** Keys of groups of which several parts were put away; those are in `joined`. */
  readonly repeated: ReadonlySet<string>;
  readonly joined: readonly Finding[];
  readonly listed: ReadonlySet<Status>;
  readonly change: (finding: Finding) => Finding;
}

/** Reads the file each time it is walked through. Throws SpoolError while it is read. */
export class SpooledFindings implements Findings {
  readonly #options: WholeOptions;

  constructor(options: WholeOptions) {
    this.#options = options;
  }

  get length(): number {
    return this.#options.length;
  }

  *[Symbol.iterator](): Generator<Finding> {
    yield* this.ofKinds(() => true);
  }

  *ofKinds(fits: (kind: FindingKind) => boolean): Generator<Finding> {
    const { parts, joined, repeated, listed, change } = this.#options;
    const ofKind = Map.groupBy(joined, keyOfKind);
    const kinds = new Map([...parts.kinds, ...joined.map(kindOf)].map((kind) => [keyOfKind(kind), kind]));
    for (const [key, kind] of [...kinds].sort(([, a], [, b]) => compareKinds(a, b))) {
      if (!listed.has(kind.status) || !fits(kind)) continue;
      const runs = parts.runsOf(kind);
      const own = repeated.size === 0 ? runs : runs.map((run) => without(run, repeated));
      for (const finding of mergeSorted([...own, ofKind.get(key) ?? []], compareFindings)) yield change(finding);
    }
  }
}

function* without(findings: Iterable<Finding>, repeated: ReadonlySet<string>): Generator<Finding> {
  for (const finding of findings) if (!repeated.has(SeenGroups.keyOf(finding.fingerprint))) yield finding;
}

function keyOfKind({ status, severity, checkId }: FindingKind): string {
  return `${status} ${severity} ${checkId}`;
}

function kindOf({ status, severity, checkId }: FindingKind): FindingKind {
  return { status, severity, checkId };
}
