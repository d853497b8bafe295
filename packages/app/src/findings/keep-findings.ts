/** Where verdicts go while a scan runs: into memory, or, when they become too many, in parts onto the disk. */
import type { Finding, Findings, Status } from '@kumomori/model';
import { severities } from '@kumomori/model';
import type { SpoolFile } from '../spool/index.ts';
import { sortLines } from '../spool/index.ts';
import { FindingLines } from './finding-lines.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { GroupOptions, Grouped, VerdictGroup } from './group.ts';
import { Tallies, compareFindings, findingMaker, groupFindings, groupsOf, isCounted, statusOfWeight, weightOfInstance } from './group.ts';
import { SeenGroups } from './seen-groups.ts';
import { SpooledFindings, StoredParts } from './spooled-findings.ts';
import type { InstanceVerdict } from './verdict.ts';

export interface FindingsKeeper<List extends Findings> {
  /** In the order in which resources were judged. */
  add(verdict: InstanceVerdict): void;
  /** After the last verdict. `change` is applied to every finding. */
  finish(change: (finding: Finding) => Finding): Grouped<List>;
  /** Lines made from the findings, in the order of their code units: as many as there are findings. */
  sorted(lines: Iterable<string>): Iterable<string>;
  /** Frees what is on the disk; the findings cannot be read after that. */
  close(): void;
}

/** Everything stays in memory. */
export function keepInMemory(options: GroupOptions): FindingsKeeper<readonly Finding[]> {
  const verdicts: InstanceVerdict[] = [];
  return {
    add: (verdict) => void verdicts.push(verdict),
    finish(change) {
      const { findings, others } = groupFindings(verdicts, options);
      return { findings: findings.map(change), others };
    },
    sorted: (lines) => [...lines].sort(),
    close: () => {},
  };
}

export interface DiskOptions {
  /** Listed verdicts that may be in memory together. */
  readonly inMemory: number;
  readonly open: () => SpoolFile;
}

/** Verdicts that are only counted take a fraction of the memory of others. */
const COUNTED_FOR_ONE = 5;
/** Code has an end, and its texts and values are in memory anyway, so that putting its findings away costs more time than it saves memory. */
const OF_CODE_FOR_ONE = 4;
/** When the bound was reached once, less than before is kept until the next part is put away: the first part shows how much there is. */
const PARTS_OF_BOUND = 4;

/** In memory up to a bound. All methods throw SpoolError. */
export function keepOnDisk(options: GroupOptions, disk: DiskOptions): FindingsKeeper<Findings> {
  return new DiskKeeper(options, disk);
}

class DiskKeeper implements FindingsKeeper<Findings> {
  readonly #options: GroupOptions;
  readonly #disk: DiskOptions;
  #pending: InstanceVerdict[] = [];
  /** How much of the bound is taken. */
  #taken = 0;
  #spool: Spool | null = null;
  #forLines: SpoolFile | null = null;

  constructor(options: GroupOptions, disk: DiskOptions) {
    this.#options = options;
    this.#disk = disk;
  }

  add(verdict: InstanceVerdict): void {
    this.#pending.push(verdict);
    const part = this.#options.listed.has(verdict.evaluation.status) ? 1 : 1 / COUNTED_FOR_ONE;
    this.#taken += verdict.resource.origin.kind === 'live' ? part : part / OF_CODE_FOR_ONE;
    if (this.#taken >= (this.#spool === null ? this.#disk.inMemory : this.#disk.inMemory / PARTS_OF_BOUND)) this.#putAway();
  }

  finish(change: (finding: Finding) => Finding): Grouped<Findings> {
    if (this.#spool !== null) {
      this.#putAway();
      return this.#spool.whole(change);
    }
    const { findings, others } = groupFindings(this.#pending, this.#options);
    this.#pending = [];
    return { findings: findings.map(change), others };
  }

  sorted(lines: Iterable<string>): Iterable<string> {
    return sortLines(lines, () => (this.#forLines ??= this.#disk.open()));
  }

  close(): void {
    this.#spool?.close();
    this.#forLines?.close();
  }

  #putAway(): void {
    this.#spool ??= new Spool(this.#options, this.#disk.open());
    this.#spool.add(this.#pending);
    this.#pending = [];
    this.#taken = 0;
  }
}

/** Parts of groups: that of which several parts are put away is joined at the end. */
class Spool {
  readonly #options: GroupOptions;
  readonly #file: SpoolFile;
  readonly #parts: StoredParts;
  readonly #seen = new SeenGroups();
  readonly #checkIds: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(options: GroupOptions, file: SpoolFile) {
    this.#options = options;
    this.#file = file;
    this.#parts = new StoredParts({ file, lines: new FindingLines() });
  }

  add(verdicts: readonly InstanceVerdict[]): void {
    const toFinding = findingMaker(this.#options);
    const findings: Finding[] = [];
    for (const group of groupsOf(verdicts)) {
      // Also one that is a pass so far: another part may make it a finding, with these instances.
      const isStored = group.byWeight.some(({ evaluation }) => this.#options.listed.has(evaluation.status));
      this.#see(group, isStored);
      if (isStored) findings.push(toFinding(group));
    }
    if (findings.length > 0) this.#parts.add(findings);
  }

  whole(change: (finding: Finding) => Finding): Grouped<Findings> {
    const others = new Tallies();
    const repeated = new Map<string, { check: number; weight: number }>();
    let length = 0;
    const settle = (check: number, weight: number): void => {
      const status = statusOfWeight(weight);
      if (isCounted(status, this.#options)) others.add(this.#checkIds[check] ?? '', status);
      else length += 1;
    };
    for (const { key, check, weight } of this.#seen.walk()) {
      if (key === null) settle(check, weight);
      else repeated.set(key, { check, weight: Math.min(weight, repeated.get(key)?.weight ?? weight) });
    }
    for (const { check, weight } of repeated.values()) settle(check, weight);
    const keys = new Set(repeated.keys());
    const { listed } = this.#options;
    const isListed = (key: string): boolean => !isCounted(statusOfWeight(repeated.get(key)?.weight ?? 0), this.#options);
    const joined = keys.size === 0 ? [] : this.#join(new Set([...keys].filter(isListed)));
    return { findings: new SpooledFindings({ parts: this.#parts, length, repeated: keys, joined, listed, change }), others: others.all };
  }

  close(): void {
    this.#file.close();
  }

  #see({ first: { entry, identity, ...first } }: VerdictGroup, isStored: boolean): void {
    let check = this.#numbers.get(entry.id);
    if (check === undefined) {
      check = this.#checkIds.push(entry.id) - 1;
      this.#numbers.set(entry.id, check);
    }
    const weight = weightOfInstance({ status: first.evaluation.status, suppressed: first.suppressed });
    this.#seen.add(fingerprintOf(entry.id, identity), { check, weight, isStored });
  }

  #join(keys: ReadonlySet<string>): readonly Finding[] {
    const parts = new Map<string, Finding[]>();
    for (const finding of this.#parts.inOrderFound()) {
      if (!keys.has(SeenGroups.keyOf(finding.fingerprint))) continue;
      const same = parts.get(finding.fingerprint);
      if (same) same.push(finding);
      else parts.set(finding.fingerprint, [finding]);
    }
    return [...parts.values()].map((same) => joinParts(same, this.#options.listed)).sort(compareFindings);
  }
}

/** As if all instances had been put together at once: the first of the worst decides. */
function joinParts(parts: readonly Finding[], listed: ReadonlySet<Status>): Finding {
  const [first, ...others] = parts.toSorted(
    (a, b) => weightOfPart(a) - weightOfPart(b) || severities.indexOf(a.severity) - severities.indexOf(b.severity),
  );
  if (!first) throw new RangeError('a finding without parts'); // groups are made from at least one
  if (others.length === 0) return first;
  const [own] = first.instances;
  const rest = parts
    .flatMap(({ instances }) => instances)
    .filter((each) => each !== own && listed.has(each.status))
    .toSorted((a, b) => weightOfInstance(a) - weightOfInstance(b));
  return { ...first, instances: own ? [own, ...rest] : rest };
}

function weightOfPart({ instances: [own] }: Finding): number {
  return own ? weightOfInstance(own) : Infinity;
}
