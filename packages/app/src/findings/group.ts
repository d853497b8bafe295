/** Verdicts on instances → findings: one for each check and piece of code, however many instances were made from it. */
import type {
  Evidence,
  Finding,
  FindingInstance,
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
import type { InstanceVerdict } from './verdict.ts';

/** Worst first; also the order of findings in a report. */
const BY_WEIGHT: readonly Status[] = ['fail', 'unknown', 'pass', 'not-applicable'];

export interface GroupOptions {
  /** Statuses whose instances are listed; the finding itself is made for every group. */
  readonly listed: ReadonlySet<Status>;
  readonly frameworksOf: (checkId: string) => readonly FrameworkReference[];
  /** Why a value is unknown, in a language. */
  readonly reasonIn: (language: Language, reason: string) => string;
  /** For texts that exist in one language only. */
  readonly language: Language;
}

/**
 * One finding for each (check, identity), with the worst status of its instances that are open (of all, when none is) and every listed
 * instance, the deciding one first. Sorted: status, severity, check, address. O(verdicts · log findings).
 */
export function groupFindings(verdicts: Iterable<InstanceVerdict>, options: GroupOptions): readonly Finding[] {
  const groups = new Map<string, InstanceVerdict[]>();
  for (const verdict of verdicts) {
    const key = `${verdict.entry.id}\n${verdict.identity}`;
    const group = groups.get(key);
    if (group) group.push(verdict);
    else groups.set(key, [verdict]);
  }
  return [...groups.values()].map((group) => findingOf(group, options)).sort(compareFindings);
}

function findingOf(group: readonly InstanceVerdict[], options: GroupOptions): Finding {
  const { listed, frameworksOf } = options;
  const byWeight = group.toSorted((a, b) => weightOf(a) - weightOf(b));
  const [first] = byWeight;
  if (!first) throw new RangeError('a group without verdicts'); // groups are made from at least one
  const { entry, resource, evaluation } = first;
  const { check } = entry;
  if (!listed.has(evaluation.status)) return countedOnly(first);
  return {
    fingerprint: fingerprintOf(entry.id, first.identity),
    checkId: entry.id,
    title: check.title,
    status: evaluation.status,
    severity: first.severity,
    message: messageOf(first, options),
    resource: {
      type: resource.type,
      id: resource.origin.address,
      name: maskCredentials(resource.name),
      provider: resource.provider,
      account: resource.account,
      region: resource.region,
      tags: redactTags(resource.tags),
    },
    origin: {
      kind: resource.origin.kind,
      target: first.target.path,
      address: resource.origin.address,
      file: first.target.shown(resource.origin.range.source.path),
      startLine: startLine(resource.origin.range),
      endLine: endLine(resource.origin.range),
    },
    evidence: evidenceOf(first, options),
    instances: byWeight.filter((each) => each === first || listed.has(each.evaluation.status)).map((each) => instanceOf(each, options)),
    frameworks: frameworksOf(entry.id),
    equivalents: check.equivalents,
    suppressed: suppressionOf(first),
    fix: { summary: check.fix.summary, patch: null },
    fixAt: evaluation.status === 'fail' ? fixPlace(evaluation.evidence, evaluation.places, first) : null,
  };
}

/** Of what nobody sees only what is counted: most verdicts are passes. */
function countedOnly({ entry, resource, evaluation, severity, target, suppressed, identity }: InstanceVerdict): Finding {
  const { check } = entry;
  const { type, provider, account, region, origin } = resource;
  return {
    fingerprint: identity,
    checkId: entry.id,
    title: check.title,
    status: evaluation.status,
    severity,
    message: check.title,
    resource: { type, id: origin.address, name: origin.address, provider, account, region, tags: {} },
    origin: { kind: origin.kind, target: target.path, address: origin.address, file: '', startLine: 0, endLine: 0 },
    evidence: [],
    instances: [],
    frameworks: [],
    equivalents: check.equivalents,
    suppressed,
    fix: { summary: check.fix.summary, patch: null },
    fixAt: null,
  };
}

/** What is still open decides, then what is suppressed, so that it stays in the report; then the worse status, in the order of evaluation. */
function weightOf({ suppressed, evaluation }: InstanceVerdict): number {
  const weight = BY_WEIGHT.indexOf(evaluation.status);
  const isOpen = (evaluation.status === 'fail' || evaluation.status === 'unknown') && suppressed === null;
  return isOpen ? weight : weight + BY_WEIGHT.length;
}

function instanceOf(verdict: InstanceVerdict, options: GroupOptions): FindingInstance {
  return {
    address: verdict.resource.origin.address,
    name: maskCredentials(verdict.resource.name),
    status: verdict.evaluation.status,
    message: messageOf(verdict, options),
    evidence: evidenceOf(verdict, options),
    suppressed: suppressionOf(verdict),
  };
}

const redacted = new WeakMap<InstanceVerdict, readonly Evidence[]>();
function evidenceOf(verdict: InstanceVerdict, options: GroupOptions): readonly Evidence[] {
  let evidence = redacted.get(verdict);
  if (!evidence) redacted.set(verdict, (evidence = verdict.evaluation.evidence.map((each) => placed(redact(each), verdict, options))));
  return evidence;
}

function placed(evidence: Evidence, { target }: InstanceVerdict, { reasonIn, language }: GroupOptions): Evidence {
  const file = evidence.file === null ? null : target.shown(evidence.file);
  const reason = evidence.reason === null ? null : reasonIn(language, evidence.reason);
  return {
    ...evidence,
    value: withoutHoles(evidence.value),
    file,
    reason,
    provenance: evidence.provenance.map((step) => ({ ...step, file: target.shown(step.file) })),
  };
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

function compareFindings(a: Finding, b: Finding): number {
  return (
    BY_WEIGHT.indexOf(a.status) - BY_WEIGHT.indexOf(b.status) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compareText(a.checkId, b.checkId) ||
    compareText(a.origin.address, b.origin.address) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
