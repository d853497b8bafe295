/** What several formats say about a finding: where it is, from where its value came, where to change it. */
import { posix } from 'node:path';
import type {
  Diagnostic,
  Evidence,
  Finding,
  FindingKind,
  FindingRisk,
  Findings,
  FrameworkReference,
  Language,
  Severity,
} from '@kumomori/model';
import { lineColumnAt, severities, startLine } from '@kumomori/model';
import { messagesFor } from './messages.ts';
import type { AnyReport, OutputContext } from './output-format.ts';

export interface FilePlace {
  readonly file: string;
  readonly line: number;
}

/** The evidence to point at: the unresolved one, else the one at the place to fix, else the last that was read (it decided). */
export function decidingEvidence(finding: Finding): Evidence | null {
  const placed = finding.evidence.filter((piece) => piece.file !== null && piece.line !== null);
  if (finding.status === 'unknown') return placed.find((piece) => piece.state === 'unresolved') ?? placed.at(-1) ?? null;
  const { fixAt } = finding;
  if (fixAt === null) return placed.at(-1) ?? null;
  const { line, column } = lineColumnAt(fixAt.source, fixAt.start);
  const there = placed.filter((piece) => piece.file === fixAt.source.path && piece.line === line);
  return there.findLast((piece) => piece.column === column) ?? there.at(-1) ?? placed.at(-1) ?? null;
}

/** Instances beside the one of `origin` that are open with the same verdict. */
export function otherInstances(finding: Finding): Finding['instances'] {
  return finding.instances.slice(1).filter(({ status, suppressed }) => status === finding.status && suppressed === null);
}

/** File and line to show: of the deciding evidence, else the first line of the block. */
export function placeOf(finding: Finding): FilePlace {
  const evidence = decidingEvidence(finding);
  if (evidence === null || evidence.file === null || evidence.line === null) {
    return { file: finding.origin.file, line: finding.origin.startLine };
  }
  return { file: evidence.file, line: evidence.line };
}

/** True for what really runs: its place is in the cloud, and the file holds the answer that told of it. */
export function isLive({ origin }: Finding): boolean {
  return origin.kind === 'live';
}

/** Where people look for it: file and line, of something live its name in the cloud. */
export function whereText(finding: Finding): string {
  return isLive(finding) ? finding.resource.id : placeText(placeOf(finding));
}

/** Where to change it; null when there is no single place. */
export function fixPlace(finding: Finding): FilePlace | null {
  return finding.fixAt === null || isLive(finding) ? null : { file: finding.fixAt.source.path, line: startLine(finding.fixAt) };
}

/** `['prod.tfvars:12', 'var.acl', 'module.logs.acl', 'aws_s3_bucket.this']`; empty when the value was written in place. */
export function provenanceChain(evidence: Evidence, address: string): readonly string[] {
  if (evidence.provenance.length === 0) return [];
  const start = evidence.file === null ? [] : [placeText({ file: evidence.file, line: evidence.line ?? 1 })];
  const [oldest, next] = evidence.provenance;
  // Of a computed value: what it was computed from is named twice, where it is written and where it is first referred to.
  if (oldest && next && oldest.name === next.name)
    return [placeText(oldest), ...evidence.provenance.slice(1).map((step) => step.name), ...start, address];
  return [...start, ...evidence.provenance.map((step) => step.name), address];
}

/** `versioning.status = "Suspended"`; empty when nothing is written that decided. */
export function evidenceText(finding: Finding): string {
  const evidence = decidingEvidence(finding);
  if (evidence === null) return '';
  return evidence.value === null ? evidence.path : `${evidence.path} = ${valueText(evidence.value)}`;
}

export function placeText(place: FilePlace): string {
  return `${place.file}:${place.line}`;
}

/** A value for people: strings in quotes, lists in brackets; null is the empty string. */
export function valueText(value: Evidence['value']): string {
  if (value === null) return '';
  return Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value);
}

/** Failing and not suppressed, worst first; within a severity by risk, then in the report's own order. */
export function* openFindings({ findings, attackPaths }: Pick<AnyReport, 'findings' | 'attackPaths'>): Generator<Finding> {
  const open = (fits: (kind: FindingKind) => boolean = () => true): IteratorObject<Finding> =>
    Iterator.from(findingsOf(findings, (kind) => kind.status === 'fail' && fits(kind))).filter(({ suppressed }) => suppressed === null);
  if (!findings.ofKinds) {
    yield* [...open()].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || scoreOf(b) - scoreOf(a));
    return;
  }
  // What a scan puts on the disk lies there by severity; few of them lie on attack paths.
  if (!attackPaths) return yield* open();
  for (const severity of severities) {
    const own = (): IteratorObject<Finding> => open((kind) => kind.severity === severity);
    yield* [...own().filter((each) => riskOf(each) !== null)].sort((a, b) => scoreOf(b) - scoreOf(a));
    yield* own().filter((each) => riskOf(each) === null);
  }
}

function scoreOf(finding: Finding): number {
  return riskOf(finding)?.score ?? 0;
}

/** Those of some kinds, in the order of the report. To be walked through once. */
export function findingsOf(findings: Findings, fits: (kind: FindingKind) => boolean): Iterable<Finding> {
  return findings.ofKinds?.(fits) ?? Iterator.from(findings).filter((finding) => fits(finding));
}

/** What the gravest of its instances opens, where attack paths were asked for. */
export function riskOf({ instances: [own] }: Finding): FindingRisk | null {
  return own?.risk ?? null;
}

/** Why its severity is not the check's own, each reason in a sentence; empty when nothing was looked at beside the setting itself. */
export function contextOf({ instances: [own], severity }: Finding, language: Language): readonly string[] {
  const { severity: names, severityWas } = messagesFor(language);
  const { exposure, risk } = own ?? {};
  const original = risk?.originalSeverity ?? exposure?.originalSeverity ?? severity;
  const reasons = [...(exposure ? [exposure.reason[language]] : []), ...(risk ? [risk.because[language]] : [])];
  return original === severity ? reasons : [...reasons, severityWas(names[original])];
}

/** The first finding of each check. */
export function firstOfChecks(findings: Findings): ReadonlyMap<string, Finding> {
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(finding.checkId)) first.set(finding.checkId, finding);
  return first;
}

/** Diagnostics about exceptions, baselines and inline suppressions: expired, unused, malformed. */
export function isExceptionDiagnostic(diagnostic: Diagnostic): boolean {
  return /exception|suppress|baseline|ignore/.test(diagnostic.code);
}

/** `CIS Amazon Web Services Foundations Benchmark 5.0`, or id and version when the framework is not at hand. */
export function frameworkName(reference: FrameworkReference, context: OutputContext): string {
  const known = context.frameworks.find(({ id, version }) => id === reference.framework && version === reference.version);
  const name = known?.name ?? reference.framework;
  return name.includes(reference.version) ? name : `${name} ${reference.version}`;
}

export function countBySeverity(findings: Iterable<Finding>): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** The TARGETs as the user wrote them, each once: a report lists one entry for each format a TARGET holds. */
export function targetPaths({ targets }: Pick<AnyReport, 'targets'>): readonly string[] {
  return [...new Set(targets.map(({ path }) => path))];
}

/**
 * Path as seen from the repository: with one relative TARGET the TARGET comes first, because paths in a report are relative to it.
 * With several, or an absolute one, it stays as it is.
 */
export function repositoryPath(file: string, report: Pick<AnyReport, 'targets'>): string {
  const [target, ...others] = targetPaths(report);
  if (target === undefined || others.length > 0 || isAbsolute(target) || isAbsolute(file)) return file;
  const root = target
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/+$/, '');
  if (root === '' || root === '.') return file;
  if (root === file || root.endsWith(`/${file}`)) return root;
  return root.startsWith('..') ? file : posix.join(root, file);
}

export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);
}

/**
 * Indented JSON with a line end. Control characters above ASCII and direction overrides are written as escapes, so that printing the
 * text in a terminal does nothing.
 */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/**
 * The text of {@link toJson} one element of a long list at a time. In `frame` the list is empty; `start`: how its line begins there, as
 * `\n  "findings": `.
 */
export function* jsonPieces(frame: unknown, start: string, elements: Iterable<unknown>): Generator<string> {
  const text = toJson(frame);
  // A line break stands nowhere inside of a text.
  const at = text.indexOf(`${start}[]`) + start.length;
  const indent = `\n${' '.repeat(Math.max(0, start.length - start.trimStart().length - 1))}`;
  let isFirst = true;
  for (const element of elements) {
    yield `${isFirst ? `${text.slice(0, at)}[` : ','}${indent}  ${toJson(element).trimEnd().replaceAll('\n', `${indent}  `)}`;
    isFirst = false;
  }
  yield isFirst ? text : `${indent}]${text.slice(at + 2)}`;
}

export const languageTag: Readonly<Record<Language, string>> = { en: 'en-US', ja: 'ja-JP' };
