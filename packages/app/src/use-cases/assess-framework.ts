/** Findings → what they say about the controls of a framework. The rules of counting are in docs/reports.md. */
import type {
  CatalogueEntry,
  CodeKind,
  ControlStatus,
  Finding,
  FindingInstance,
  Framework,
  FrameworkTexts,
  LiveReach,
  Severity,
  Status,
  Text,
} from '@kumomori/model';
import { readerNameOf, resourceReaders, severities } from '@kumomori/model';
import { isReadLive } from '../catalogue/index.ts';
import type {
  CheckState,
  ControlCounts,
  FrameworkReport,
  ManualAnswer,
  ReportedCheck,
  ReportedControl,
  ReportedGroup,
  ReportedResource,
  ResourceCounts,
} from '../outputs/index.ts';
import { controlStatuses } from '../outputs/index.ts';
import { groupOf, titleOf } from './framework-texts.ts';
import { cloudOfType } from './live-reach.ts';

/** What was found, however it was kept. */
export interface AssessedScan {
  readonly findings: Iterable<AssessedFinding>;
  readonly targets: FrameworkReport['targets'];
  /** Null: not known, as in a report that was read back. */
  readonly ranChecks: ReadonlySet<string> | null;
  readonly knowsPasses: boolean;
  /** Of a report that was read back: what it says of controls. */
  readonly statuses: ReadonlyMap<string, ControlStatus> | null;
  /** What the accounts among the targets could tell; null: none were among them, or the saved report does not say. */
  readonly live: LiveReach | null;
}

export interface AssessedFinding extends Pick<Finding, 'fingerprint' | 'checkId' | 'status' | 'severity' | 'suppressed' | 'message'> {
  readonly resource: Pick<Finding['resource'], 'type' | 'name' | 'id' | 'account' | 'region'>;
  readonly file: string;
  readonly place: string;
  readonly evidence: string;
  readonly instances: readonly Pick<FindingInstance, 'address' | 'status' | 'suppressed'>[];
}

export interface AssessOptions {
  readonly framework: Framework;
  readonly texts: FrameworkTexts;
  /** By id or an earlier id. */
  readonly entryOf: (name: string) => CatalogueEntry | null;
  readonly answers: ReadonlyMap<string, ManualAnswer>;
}

export type Assessment = Pick<FrameworkReport, 'controls' | 'counts' | 'score' | 'groups' | 'answers'>;

/** Worst first. */
const RANKS: readonly Status[] = ['fail', 'unknown', 'pass', 'not-applicable'];

/** What one check said of each resource: number of the resource → rank, negative where an exception hides it. */
interface Judged {
  readonly ranks: Map<number, number>;
  readonly accepted: Set<number>;
  readonly open: ReportedResource[];
  severity: Severity | null;
}

/** O(findings + controls × resources of their checks). */
export function assessFramework(scan: AssessedScan, options: AssessOptions): Assessment {
  const { framework, texts } = options;
  const wanted = new Map<string, CatalogueEntry>();
  for (const name of Object.values(framework.controls).flat()) {
    const entry = options.entryOf(name);
    if (entry) wanted.set(entry.id, entry);
  }
  const judged = judgedBy(scan.findings, wanted);
  const stateOf = stateReader(scan, judged);
  const lackOf = lackReader(scan.live);
  const controls = Object.entries(framework.controls).map(([control, names]): ReportedControl => {
    const entries = [...new Set(names.flatMap((name) => options.entryOf(name) ?? []))];
    const checks = entries.map((entry): ReportedCheck => {
      const own = judged.get(entry.id);
      return {
        id: entry.id,
        title: entry.check.title,
        severity: own?.severity ?? entry.check.severity,
        state: stateOf(entry),
        counts: countsOf(own ? [own] : [], scan.knowsPasses),
        lacks: lackOf(entry),
      };
    });
    const all = entries.flatMap((entry) => judged.get(entry.id) ?? []);
    const { status, isPartial } = statusOf(checks, scan.statuses?.get(control) ?? null);
    const failing = checks.filter(({ state }) => state === 'fail').map(({ severity }) => severities.indexOf(severity));
    const open = all.flatMap((each) => each.open);
    return {
      control,
      title: titleOf(control, texts) ??
        titleOfChecks(entries) ??
        texts.groups[groupOf(control, texts) ?? ''] ?? { en: control, ja: control },
      group: groupOf(control, texts),
      status,
      isPartial,
      isAccepted: status === 'fail' && open.every((each) => each.status !== 'fail' || each.suppressed !== null),
      severity: severities[Math.min(...failing)] ?? null,
      counts: countsOf(all, scan.knowsPasses),
      checks,
      resources: sorted(open),
      question: status === 'manual' ? (texts.questions[control] ?? null) : null,
      answer: options.answers.get(control) ?? null,
    };
  });
  const counts = countControls(controls);
  return { controls, counts, score: scoreOf(counts), groups: groupsOf(controls, texts), answers: countAnswers(controls) };
}

function judgedBy(findings: AssessedScan['findings'], wanted: ReadonlyMap<string, CatalogueEntry>): ReadonlyMap<string, Judged> {
  const numbers = new Map<string, number>();
  const judged = new Map<string, Judged>();
  for (const finding of findings) {
    if (!wanted.has(finding.checkId)) continue;
    const own: Judged = judged.get(finding.checkId) ?? { ranks: new Map(), accepted: new Set(), open: [], severity: null };
    judged.set(finding.checkId, own);
    for (const instance of finding.instances) {
      const key = `${finding.file}\n${instance.address}\n${finding.resource.account ?? ''}`;
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      own.ranks.set(number, Math.min(own.ranks.get(number) ?? RANKS.length, RANKS.indexOf(instance.status)));
      if (instance.suppressed) own.accepted.add(number);
    }
    const { status, severity } = finding;
    if (status !== 'fail' && status !== 'unknown') continue;
    if (status === 'fail' && (own.severity === null || severities.indexOf(severity) < severities.indexOf(own.severity)))
      own.severity = severity;
    own.open.push(reported(finding, status));
  }
  return judged;
}

function reported(finding: AssessedFinding, status: ReportedResource['status']): ReportedResource {
  const { fingerprint, checkId, severity, resource, place, message, evidence, suppressed, instances } = finding;
  const { type, name, id, account, region } = resource;
  const others = instances.filter((each) => each.status === status).length - 1;
  return {
    fingerprint,
    checkId,
    status,
    severity,
    type,
    name,
    id,
    account,
    region,
    place,
    message,
    evidence,
    suppressed,
    instances: Math.max(0, others),
  };
}

function countsOf(judged: readonly Judged[], knowsPasses: boolean): ResourceCounts {
  const worst = new Map<number, number>();
  const accepted = new Set<number>();
  for (const { ranks, accepted: own } of judged) {
    for (const [number, rank] of ranks) worst.set(number, Math.min(worst.get(number) ?? RANKS.length, rank));
    for (const number of own) accepted.add(number);
  }
  const count = (status: Status): number => [...worst.values()].filter((rank) => RANKS[rank] === status).length;
  return { pass: knowsPasses ? count('pass') : null, fail: count('fail'), unknown: count('unknown'), accepted: accepted.size };
}

/** Why a check saw less than there may be. */
function lackReader(live: LiveReach | null): (entry: CatalogueEntry) => string | null {
  const unseen = new Map(live?.unseen.map((each) => [each.type, each]));
  return ({ check }) => {
    const lack = unseen.get(check.on);
    if (!lack) return null;
    const { scope, reason, accounts } = lack;
    return `${scope}${reason === null ? '' : ` ${reason}`}${accounts > 1 ? ` (+${accounts - 1})` : ''}`;
  };
}

function stateReader(
  { targets, ranChecks, knowsPasses, live }: AssessedScan,
  judged: ReadonlyMap<string, Judged>,
): (entry: CatalogueEntry) => CheckState {
  const kinds = new Set(targets.map(({ kind }) => kind));
  const readers = new Map(resourceReaders.map((each) => [each.type, each]));
  const unseen = new Set(live?.unseen.map(({ type }) => type));
  const clouds = new Set(live?.accounts.map(({ provider }) => provider));
  const isReadable = (entry: CatalogueEntry, kind: CodeKind): boolean => {
    const own = readers.get(entry.check.on);
    const name = readerNameOf(kind);
    if (name === 'live') return own !== undefined && isReadLive(own);
    return own?.[name] !== undefined && entry.check.without?.[name] === undefined;
  };
  return (entry) => {
    const own = judged.get(entry.id);
    const status = own && RANKS[Math.min(...own.ranks.values())];
    if (status) return status;
    if (ranChecks && !ranChecks.has(entry.id)) return 'not-run';
    const readable = [...kinds].filter((kind) => isReadable(entry, kind));
    if (readable.length === 0) return 'no-source';
    if (unseen.has(entry.check.on)) return 'not-collected';
    if (readable.every((kind) => kind === 'live')) {
      const cloud = cloudOfType(entry.check.on);
      // A report of an earlier version does not say what it looked at.
      if (live === null) return 'not-collected';
      if (cloud !== null && !clouds.has(cloud)) return 'no-account';
    }
    return knowsPasses ? 'no-resource' : 'no-result';
  };
}

/** The cases are in assess-framework.test.ts. */
function statusOf(
  checks: readonly ReportedCheck[],
  said: ControlStatus | null,
): { readonly status: ControlStatus; readonly isPartial: boolean } {
  const has = (...states: readonly CheckState[]): boolean => checks.some(({ state }) => states.includes(state));
  if (checks.length === 0) return { status: 'manual', isPartial: false };
  if (has('fail')) return { status: 'fail', isPartial: false };
  if (has('unknown')) return { status: 'unknown', isPartial: false };
  const passes = has('pass') || (said === 'pass' && has('no-result'));
  const isPartial = passes && (has('no-source', 'not-run', 'not-collected') || checks.some(({ lacks }) => lacks !== null));
  return { status: passes && !isPartial ? 'pass' : 'not-assessed', isPartial };
}

function sorted(resources: readonly ReportedResource[]): readonly ReportedResource[] {
  const rank = (each: ReportedResource): number =>
    Number(each.suppressed !== null) * 100 + RANKS.indexOf(each.status) * 10 + severities.indexOf(each.severity);
  return resources.toSorted((a, b) => rank(a) - rank(b) || (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
}

function countControls(controls: readonly ReportedControl[]): ControlCounts {
  const count = (status: ControlStatus): number => controls.filter((each) => each.status === status).length;
  const [pass, fail, unknown, notAssessed, manual] = controlStatuses.map(count);
  return { pass: pass ?? 0, fail: fail ?? 0, unknown: unknown ?? 0, 'not-assessed': notAssessed ?? 0, manual: manual ?? 0 };
}

function scoreOf({ pass, fail, unknown }: ControlCounts): FrameworkReport['score'] {
  const assessed = pass + fail + unknown;
  return { passed: pass, assessed, percent: assessed === 0 ? null : Math.floor((100 * pass) / assessed) };
}

function countAnswers(controls: readonly ReportedControl[]): FrameworkReport['answers'] {
  const counts = { met: 0, 'not-met': 0, 'in-progress': 0, 'not-applicable': 0, open: 0 };
  for (const { status, answer } of controls) if (status === 'manual') counts[answer?.status ?? 'open'] += 1;
  return counts;
}

function groupsOf(controls: readonly ReportedControl[], { groups }: FrameworkTexts): readonly ReportedGroup[] {
  return [...Map.groupBy(controls, ({ group }) => group)].flatMap(([key, own]) => {
    const title = key === null ? undefined : groups[key];
    return key !== null && title ? [{ key, title, counts: countControls(own) }] : [];
  });
}

/** Our checks say in their titles what they look for. */
function titleOfChecks([first, ...others]: readonly CatalogueEntry[]): Text | null {
  if (!first) return null;
  const { en, ja } = first.check.title;
  return others.length === 0 ? { en, ja } : { en: `${en} (+${others.length})`, ja: `${ja}（ほか ${others.length}）` };
}
