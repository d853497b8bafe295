/** Verdicts on instances → findings: one for each check and piece of code, however many instances were made from it. */
import type {
  Evidence,
  Finding,
  FindingInstance,
  FindingKind,
  Findings,
  FrameworkReference,
  Language,
  Place,
  Range,
  Status,
  Suppression,
  Text,
} from '@kumomori/model';
import { endLine, maskCredentials, severities, startLine } from '@kumomori/model';
import { decidingIndex } from './deciding.ts';
import { fingerprintOf } from './fingerprint.ts';
import { redact, redactTags, redactText } from './redact.ts';
import type { InstanceVerdict, JudgedResource } from './verdict.ts';

/** Worst first; also the order of findings in a report. */
const BY_WEIGHT: readonly Status[] = ['fail', 'unknown', 'pass', 'not-applicable'];

export interface GroupOptions {
  /** Statuses of which findings are made and instances listed, besides failures and unknowns; others are counted. */
  readonly listed: ReadonlySet<Status>;
  readonly frameworksOf: (checkId: string) => readonly FrameworkReference[];
  /** Why a value is unknown, in a language. */
  readonly reasonIn: (language: Language, reason: string) => string;
  /** For texts that exist in one language only. */
  readonly language: Language;
}

/** Findings of one check and status that nobody asked to see: most verdicts are passes, and of those only the number is kept. */
export interface Tally {
  readonly checkId: string;
  readonly status: Exclude<Status, 'fail' | 'unknown'>;
  readonly count: number;
}

export interface Grouped<List extends Findings> {
  readonly findings: List;
  readonly others: readonly Tally[];
}

/** All verdicts of one check on one piece of code, the deciding one first. */
export interface VerdictGroup {
  readonly first: InstanceVerdict;
  readonly byWeight: readonly InstanceVerdict[];
}

/**
 * One finding for each (check, identity), with the worst status of its instances that are open (of all, when none is) and every listed
 * instance, the deciding one first. Sorted: status, severity, check, address. O(verdicts · log findings).
 */
export function groupFindings(verdicts: Iterable<InstanceVerdict>, options: GroupOptions): Grouped<readonly Finding[]> {
  const findings: Finding[] = [];
  const others = new Tallies();
  const toFinding = findingMaker(options);
  for (const group of groupsOf(verdicts)) {
    const { status } = group.first.evaluation;
    if (isCounted(status, options)) others.add(group.first.entry.id, status);
    else findings.push(toFinding(group));
  }
  return { findings: findings.sort(compareFindings), others: others.all };
}

/** Check by check. */
export function* groupsOf(verdicts: Iterable<InstanceVerdict>): Generator<VerdictGroup> {
  for (const groups of byCheck(verdicts).values()) {
    for (const group of groups.values()) {
      const byWeight = group.length === 1 ? group : group.toSorted((a, b) => weightOf(a) - weightOf(b));
      const first = gravest(byWeight);
      if (!first) throw new RangeError('a group without verdicts'); // groups are made from at least one
      yield { first, byWeight };
    }
  }
}

/** Of those of the same weight as the first: what is exposed or opens an attack path decides. */
function gravest([first, ...others]: readonly InstanceVerdict[]): InstanceVerdict | undefined {
  if (!first) return undefined;
  const weight = weightOf(first);
  const rankOf = ({ severity }: InstanceVerdict): number => severities.indexOf(severity);
  return others.reduce((worst, each) => (rankOf(each) < rankOf(worst) && weightOf(each) === weight ? each : worst), first);
}

/** Only the number of these is kept. */
export function isCounted(status: Status, { listed }: Pick<GroupOptions, 'listed'>): status is Tally['status'] {
  return (status === 'pass' || status === 'not-applicable') && !listed.has(status);
}

/** Numbers of what is only counted. */
export class Tallies {
  readonly #counts = new Map<string, Record<Tally['status'], number>>();

  add(checkId: string, status: Tally['status']): void {
    const known = this.#counts.get(checkId) ?? { pass: 0, 'not-applicable': 0 };
    known[status] += 1;
    this.#counts.set(checkId, known);
  }

  get all(): readonly Tally[] {
    return [...this.#counts].flatMap(([checkId, counts]) =>
      (['pass', 'not-applicable'] as const).flatMap((status) => (counts[status] > 0 ? [{ checkId, status, count: counts[status] }] : [])),
    );
  }
}

/** Check id → identity → verdicts. */
function byCheck(verdicts: Iterable<InstanceVerdict>): ReadonlyMap<string, ReadonlyMap<string, readonly InstanceVerdict[]>> {
  const checks = new Map<string, Map<string, InstanceVerdict[]>>();
  for (const verdict of verdicts) {
    const { entry, identity } = verdict;
    let groups = checks.get(entry.id);
    if (!groups) checks.set(entry.id, (groups = new Map()));
    const group = groups.get(identity);
    if (group) group.push(verdict);
    else groups.set(identity, [verdict]);
  }
  return checks;
}

/** Describes each resource once, as long as the returned function lives. */
export function findingMaker(options: GroupOptions): (group: VerdictGroup) => Finding {
  const describe = remembered(describedResource);
  return (group) => findingOf(group, options, describe(group.first));
}

/** What all findings on a resource say of it. */
type Described = Pick<Finding, 'resource' | 'origin'>;

/** Many checks fail on the same resource, which is described once. */
function remembered(describe: (verdict: InstanceVerdict) => Described): (verdict: InstanceVerdict) => Described {
  const known = new Map<JudgedResource, Described>();
  return (verdict) => {
    let described = known.get(verdict.resource);
    if (!described) known.set(verdict.resource, (described = describe(verdict)));
    return described;
  };
}

function describedResource({ resource, target }: InstanceVerdict): Described {
  const { type, name, provider, account, region, tags, origin } = resource;
  const { kind, address, range } = origin;
  return {
    resource: { type, id: address, name: maskCredentials(name), provider, account, region, tags: redactTags(tags) },
    origin: {
      kind,
      target: target.path,
      address,
      file: target.shown(range.source.path),
      startLine: startLine(range),
      endLine: endLine(range),
    },
  };
}

function findingOf({ first, byWeight }: VerdictGroup, options: GroupOptions, { resource, origin }: Described): Finding {
  const { listed, frameworksOf } = options;
  const { entry, evaluation } = first;
  const { check } = entry;
  const own = instanceOf(first, options);
  const others = byWeight.filter((each) => each !== first && listed.has(each.evaluation.status));
  return {
    fingerprint: fingerprintOf(entry.id, first.identity),
    checkId: entry.id,
    title: check.title,
    status: evaluation.status,
    severity: first.severity,
    message: own.message,
    resource,
    origin,
    evidence: own.evidence,
    instances: [own, ...others.map((each) => instanceOf(each, options))],
    frameworks: frameworksOf(entry.id),
    equivalents: check.equivalents,
    suppressed: own.suppressed,
    fix: { summary: check.fix.summary, patch: null },
    fixAt: evaluation.status === 'fail' ? fixPlace(evaluation.evidence, evaluation.places, first) : null,
  };
}

/** What is still open decides, then what is suppressed, so that it stays in the report; then the worse status, in the order of evaluation. */
function weightOf({ suppressed, evaluation: { status } }: InstanceVerdict): number {
  return weightOfInstance({ status, suppressed });
}

/** 0 to 7, the worst first. */
export function weightOfInstance({ status, suppressed }: Pick<FindingInstance, 'status' | 'suppressed'>): number {
  const weight = BY_WEIGHT.indexOf(status);
  const isOpen = (status === 'fail' || status === 'unknown') && suppressed === null;
  return isOpen ? weight : weight + BY_WEIGHT.length;
}

/** The status of what has a weight. */
export function statusOfWeight(weight: number): Status {
  return BY_WEIGHT[weight % BY_WEIGHT.length] ?? 'unknown';
}

function instanceOf(verdict: InstanceVerdict, options: GroupOptions): FindingInstance {
  return {
    address: verdict.resource.origin.address,
    name: maskCredentials(verdict.resource.name),
    status: verdict.evaluation.status,
    message: messageOf(verdict, options),
    evidence: verdict.evaluation.evidence.map((each) => placed(redact(each), verdict, options)),
    suppressed: suppressionOf(verdict),
    ...(verdict.exposure && { exposure: verdict.exposure }),
    ...(verdict.risk && { risk: verdict.risk }),
  };
}

/** The evidence itself where it is shown as it is. */
function placed(evidence: Evidence, { target }: InstanceVerdict, { reasonIn, language }: GroupOptions): Evidence {
  const value = withoutHoles(evidence.value);
  const file = evidence.file === null ? null : target.shown(evidence.file);
  const reason = evidence.reason === null ? null : reasonIn(language, evidence.reason);
  const isSame = value === evidence.value && file === evidence.file && reason === evidence.reason;
  if (isSame && evidence.provenance.every((step) => target.shown(step.file) === step.file)) return evidence;
  const provenance = evidence.provenance.map((step) => ({ ...step, file: target.shown(step.file) }));
  return { ...evidence, value, file, reason, provenance };
}

/** What the model puts where a part of a text is not known (model/text), as its author would write it. */
function withoutHoles<T extends Evidence['value']>(value: T): T | string {
  return typeof value === 'string' ? value.replaceAll('\uFFFC', '${…}') : value;
}

/** Exceptions stand in kumomori.yaml, comments in the TARGET. */
function suppressionOf({ suppressed, target }: InstanceVerdict): Suppression | null {
  return suppressed?.by === 'inline' && suppressed.file !== null ? { ...suppressed, file: target.shown(suppressed.file) } : suppressed;
}

/** A pass says nothing of its own: the title is what holds. */
function messageOf({ evaluation, resource, entry }: InstanceVerdict, { reasonIn }: GroupOptions): Text {
  const { title } = entry.check;
  if (evaluation.message) {
    const shown = redactText(evaluation.message, evaluation.evidence);
    const [en, ja] = [withoutHoles(shown.en), withoutHoles(shown.ja)];
    const [reason] = evaluation.status === 'unknown' ? evaluation.evidence.flatMap((each) => each.reason ?? []) : [];
    return { en, ja: reason === undefined ? ja : ja.replace(reason, () => reasonIn('ja', reason)) };
  }
  const name = maskCredentials(resource.name);
  return { en: `${name}: ${title.en}`, ja: `${name}: ${title.ja}` };
}

/** When everything is default or absent, the first place that lacks it. */
function fixPlace(evidence: readonly Evidence[], places: readonly Place[], { target }: InstanceVerdict): Range | null {
  const range = (places[decidingIndex(evidence)] ?? places[0])?.range ?? null;
  return range && target.shownRange(range);
}

/** The order of a report. */
export function compareFindings(a: Finding, b: Finding): number {
  return compareKinds(a, b) || compareText(a.origin.address, b.origin.address) || compareText(a.fingerprint, b.fingerprint);
}

export function compareKinds(a: FindingKind, b: FindingKind): number {
  return (
    BY_WEIGHT.indexOf(a.status) - BY_WEIGHT.indexOf(b.status) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compareText(a.checkId, b.checkId)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
