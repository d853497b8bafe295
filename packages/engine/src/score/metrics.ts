/** How quickly problems are seen, answered and fixed. */
import type { Severity } from '@kumomori/model';
import type { FindingState, HistoryEntry } from '../lifecycle/index.ts';
import { isClosed } from '../lifecycle/index.ts';

export interface MetricFinding {
  readonly severity: Severity;
  readonly department: string | null;
  readonly state: FindingState;
  readonly firstSeenAt: string;
  /** When the change that made it was done, by audit logs or configuration history; null when not known. */
  readonly occurredAt: string | null;
  readonly dueAt: string | null;
  readonly history: readonly Pick<HistoryEntry, 'at' | 'event' | 'from' | 'to'>[];
}

/** `from` included, `to` not. */
export interface MetricPeriod {
  readonly from: string;
  readonly to: string;
}

/** In milliseconds; null when nothing was measured. */
export interface DurationStats {
  readonly count: number;
  readonly mean: number | null;
  readonly median: number | null;
}

export interface AgeBucket {
  /** Days, the last included; null: no end. */
  readonly upTo: number | null;
  readonly count: number;
}

export interface FindingMetrics {
  /** From the change to its finding, of those found in the period and whose change is known. */
  readonly timeToDetect: DurationStats;
  /** From the finding, or its return, to the first answer of its owner, of answers in the period. */
  readonly timeToAcknowledge: DurationStats;
  /** From the finding, or its return, to the scan that saw it fixed, of those seen in the period. */
  readonly timeToResolve: DurationStats;
  /** Of those that were due in the period: `met` were over in time. Rate 0 to 1, null when none was due. */
  readonly sla: { readonly due: number; readonly met: number; readonly rate: number | null };
  /** Of those that were seen fixed in the period, how many times one came back in it; rate null when none was fixed. */
  readonly reopened: { readonly verified: number; readonly reopened: number; readonly rate: number | null };
  readonly open: number;
  /** Of those that are open, by age at the end of the period. */
  readonly ages: readonly AgeBucket[];
}

const DAY_MS = 86_400_000;
const AGES: readonly (number | null)[] = [1, 7, 30, 90, 180, null];
const ANSWERS: readonly string[] = ['acknowledge', 'start', 'claim-fixed', 'stop'];

/** Figures of a period over the findings given. Times that cannot be, such as a fix before its finding, are left out. O(findings + history). */
export function findingMetrics(findings: Iterable<MetricFinding>, period: MetricPeriod): FindingMetrics {
  const tally = new Tally(period);
  for (const finding of findings) tally.add(finding);
  return tally.metrics;
}

/** The same for each department, in order of ids, nobody's last. */
export function departmentMetrics(
  findings: Iterable<MetricFinding>,
  period: MetricPeriod,
): readonly { readonly department: string | null; readonly metrics: FindingMetrics }[] {
  const tallies = new Map<string | null, Tally>();
  for (const finding of findings) {
    const tally = tallies.get(finding.department) ?? new Tally(period);
    tallies.set(finding.department, tally);
    tally.add(finding);
  }
  return [...tallies]
    .sort(([a], [b]) => (a === null || b === null ? Number(a === null) - Number(b === null) : a < b ? -1 : 1))
    .map(([department, { metrics }]) => ({ department, metrics }));
}

class Tally {
  readonly #from: number;
  readonly #to: number;
  readonly #detect: number[] = [];
  readonly #acknowledge: number[] = [];
  readonly #resolve: number[] = [];
  readonly #ages = AGES.map(() => 0);
  #due = 0;
  #met = 0;
  #verified = 0;
  #reopened = 0;
  #open = 0;

  constructor({ from, to }: MetricPeriod) {
    this.#from = Date.parse(from);
    this.#to = Date.parse(to);
  }

  get metrics(): FindingMetrics {
    return {
      timeToDetect: statsOf(this.#detect),
      timeToAcknowledge: statsOf(this.#acknowledge),
      timeToResolve: statsOf(this.#resolve),
      sla: { due: this.#due, met: this.#met, rate: this.#due === 0 ? null : this.#met / this.#due },
      reopened: { verified: this.#verified, reopened: this.#reopened, rate: this.#verified === 0 ? null : this.#reopened / this.#verified },
      open: this.#open,
      ages: AGES.map((upTo, index) => ({ upTo, count: this.#ages[index] ?? 0 })),
    };
  }

  add(finding: MetricFinding): void {
    const found = Date.parse(finding.firstSeenAt);
    if (finding.occurredAt !== null && this.#holds(found)) push(this.#detect, found - Date.parse(finding.occurredAt));
    const lastClosed = this.#walk(finding, found);
    if (!isClosed(finding.state)) this.#addOpen(found);
    const due = finding.dueAt === null ? null : Date.parse(finding.dueAt);
    if (due === null || !this.#holds(due)) return;
    this.#due += 1;
    if (lastClosed !== null && lastClosed <= due) this.#met += 1;
  }

  /** When it was closed for the last time; null while it is open. */
  #walk({ history }: MetricFinding, found: number): number | null {
    let began = found;
    let isAnswered = false;
    let closed: number | null = null;
    for (const { at, event, from, to } of history.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
      const time = Date.parse(at);
      if (!isAnswered && ANSWERS.includes(event)) {
        isAnswered = true;
        if (this.#holds(time)) push(this.#acknowledge, time - began);
      }
      if (to === from) continue;
      if (to === 'verified' && this.#holds(time)) {
        this.#verified += 1;
        push(this.#resolve, time - began);
      }
      if (to === 'reopened') {
        if (from === 'verified' && this.#holds(time)) this.#reopened += 1;
        [began, isAnswered] = [time, false];
      }
      closed = isClosed(to) ? (closed ?? time) : null;
    }
    return closed;
  }

  #addOpen(found: number): void {
    this.#open += 1;
    const days = Math.max(0, (this.#to - found) / DAY_MS);
    const index = AGES.findIndex((upTo) => upTo === null || days <= upTo);
    this.#ages[index] = (this.#ages[index] ?? 0) + 1;
  }

  #holds(time: number): boolean {
    return this.#from <= time && time < this.#to;
  }
}

function push(durations: number[], duration: number): void {
  if (duration >= 0) durations.push(duration);
}

function statsOf(durations: readonly number[]): DurationStats {
  const sorted = durations.toSorted((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return { count, mean: null, median: null };
  const upper = sorted[Math.floor(count / 2)] ?? 0;
  const lower = sorted[Math.floor((count - 1) / 2)] ?? 0;
  return { count, mean: sorted.reduce((total, each) => total + each, 0) / count, median: (lower + upper) / 2 };
}
