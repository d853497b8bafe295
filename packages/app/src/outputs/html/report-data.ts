/**
 * The data of the page, compact: texts that repeat are kept once and referred to by number, so that 20,000 findings stay under 25 MB.
 * `client/data.ts` reads the same positions.
 */
import type { Evidence, Finding, FindingInstance, Language, Severity, Status, Suppression, Text } from '@kumomori/model';
import { cautionTexts, snippetsOf } from '@kumomori/model';
import { codeFrame } from '../code-frame.ts';
import {
  contextOf,
  firstOfChecks,
  fixPlace,
  isExceptionDiagnostic,
  isLive,
  otherInstances,
  placeOf,
  riskOf,
  targetPaths,
  valueText,
} from '../finding-view.ts';
import { fixText, missingPermissions, momentOf, unansweredBy } from '../live-view.ts';
import type { AnyReport, OutputContext } from '../output-format.ts';
import { en } from './messages.en.ts';
import { ja } from './messages.ja.ts';

const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info'];
const STATUSES: readonly Status[] = ['fail', 'unknown', 'pass', 'not-applicable'];
/** More are counted, not listed. */
const MAX_INSTANCES = 200;
/** A page with more is too large for a browser; the worst come first. */
const MAX_FINDINGS = 50_000;
const VALUE_CHARACTERS = 2000;

/** Number of a text; -1 stands for null. */
type Intern = (text: string | null) => number;

/** `most`: how many findings the page lists. */
export function reportData(report: AnyReport, context: OutputContext, most = MAX_FINDINGS): unknown {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const intern: Intern = (text) => {
    if (text === null) return -1;
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const firstOf = firstOfChecks(report.findings);
  const checkIds = [...new Set([...context.catalogue.keys(), ...firstOf.keys()])];
  const checkNumbers = new Map(checkIds.map((id, index) => [id, index]));
  const { groups, groupOf } = unansweredBy(report);
  const findings = Iterator.from(report.findings)
    .take(most)
    .map((finding) => findingRow(finding, checkNumbers.get(finding.checkId) ?? 0, { context, intern, groupOf }))
    .toArray();
  return {
    language: context.language,
    languages: { en, ja } satisfies Record<Language, unknown>,
    tool: report.tool,
    startedAt: report.startedAt,
    seconds: ((Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000).toFixed(1),
    targets: targetPaths(report),
    summary: report.summary,
    checks: checkIds.map((id) => checkData(id, firstOf.get(id), context)),
    frameworks: frameworkData(report, context, checkNumbers),
    diagnostics: report.diagnostics.map((one) => ({ ...one, exception: isExceptionDiagnostic(one) })),
    coverage: report.coverage,
    // What is not live waits for an apply.
    live: firstOf.values().some(isLive) || report.targets.some(({ kind }) => kind === 'live'),
    missing: missingPermissions(report.coverage),
    unanswered: groups.map(({ reason, permission, findings: count }) => ({ reason, permission, count })),
    ...(report.external && { external: report.external }),
    ...(report.attackPaths && { attackPaths: report.attackPaths }),
    findings,
    // What the page leaves out: a file for a browser has an end.
    ...(report.findings.length > most && { leftOut: report.findings.length - most }),
    // Last: filled while the rest was made.
    texts,
  };
}

interface Writing {
  readonly context: OutputContext;
  readonly intern: Intern;
  /** Of undecided live findings the number of what they wait for. */
  readonly groupOf: (finding: Finding) => number;
}

function findingRow(finding: Finding, check: number, { context, intern, groupOf }: Writing): unknown[] {
  const { resource, origin } = finding;
  const place = placeOf(finding);
  const fix = fixPlace(finding);
  const others = otherInstances(finding);
  return [
    finding.fingerprint,
    check,
    STATUSES.indexOf(finding.status),
    SEVERITIES.indexOf(finding.severity),
    intern(finding.message.en),
    intern(finding.message.ja),
    intern(resource.name),
    intern(resource.type),
    intern(resource.account),
    intern(resource.region),
    Object.entries(resource.tags).flatMap(([key, value]) => [intern(key), intern(value)]),
    intern(origin.address),
    intern(origin.file),
    origin.startLine,
    intern(place.file),
    place.line,
    fix ? intern(fix.file) : -1,
    fix ? fix.line : 0,
    finding.evidence.map((piece) => evidenceRow(piece, { context, intern })),
    others.length,
    others.slice(0, MAX_INSTANCES).map((one) => instanceRow(one, intern)),
    finding.suppressed ? suppressionRow(finding.suppressed, intern) : 0,
    intern(finding.fix.patch),
    isLive(finding) ? 0 : frameRow(finding, { context, intern }),
    isLive(finding) ? 1 : 0,
    groupOf(finding),
    contextRow(finding, intern),
  ];
}

/** `[score, paths, [English, Japanese] …]`; 0 when nothing beside the setting itself was looked at. Score -1: no attack path. */
function contextRow(finding: Finding, intern: Intern): unknown {
  const [en, ja] = [contextOf(finding, 'en'), contextOf(finding, 'ja')];
  const risk = riskOf(finding);
  if (en.length === 0) return 0;
  return [risk?.score ?? -1, (risk?.paths ?? []).map(intern), ...en.flatMap((text, index) => [intern(text), intern(ja[index] ?? text)])];
}

function evidenceRow(
  { path, value, state, file, line, reason, provenance }: Evidence,
  { context, intern }: Pick<Writing, 'context' | 'intern'>,
): unknown[] {
  const text = valueText(value);
  const shown = text.length > VALUE_CHARACTERS ? `${text.slice(0, VALUE_CHARACTERS)}…` : text;
  const chain = provenance.flatMap((step) => [intern(step.name), intern(step.file), step.line]);
  const answer = file === null || line === null ? null : context.answerAt(file, line);
  const answered = answer ? [intern(answer.call), intern(momentOf(answer))] : [];
  return [intern(path), intern(shown), intern(state), intern(file), line ?? 0, intern(reason), chain, ...answered];
}

function instanceRow({ address, name, message }: FindingInstance, intern: Intern): unknown[] {
  return [intern(address), intern(name), intern(message.en), intern(message.ja)];
}

function suppressionRow({ by, reason, owner, expires, file, line }: Suppression, intern: Intern): unknown[] {
  return [intern(by), intern(reason), intern(owner), intern(expires), intern(file), line ?? 0];
}

/** `[file, first line, absent, evidence, [text, from, to, …]]`; 0 when the source is not at hand. */
function frameRow(finding: Finding, { context, intern }: Pick<Writing, 'context' | 'intern'>): unknown {
  const frame = codeFrame(finding, context.linesOf);
  if (!frame) return 0;
  const evidence = frame.evidence ? finding.evidence.indexOf(frame.evidence) : -1;
  return [
    intern(frame.file),
    frame.lines[0]?.number ?? 1,
    frame.absent ? 1 : 0,
    evidence,
    frame.lines.flatMap(({ text, from, to }) => [intern(text), from, to]),
  ];
}

function checkData(id: string, finding: Finding | undefined, context: OutputContext): unknown {
  const check = context.catalogue.get(id)?.check;
  const none: Text = { en: '', ja: '' };
  return {
    id,
    title: check?.title ?? finding?.title ?? { en: id, ja: id },
    severity: SEVERITIES.indexOf(finding?.severity ?? check?.severity ?? 'info'),
    // What nobody opens is left out: a check without a finding has no page of its own.
    ...(finding && {
      why: check?.why ?? none,
      fix: isLive(finding) ? fixTexts(finding, context) : finding.fix.summary,
      snippets: check ? snippetsOf(check.fix).map(({ label, text }) => [label, text]) : [],
      cli: check?.fix.cli ?? '',
      console: check?.fix.console ?? none,
      cautions: (check?.fix.cautions ?? []).map((each) => cautionTexts[each]),
      references: check?.references ?? [],
      equivalents: finding.equivalents,
      frameworks: finding.frameworks.map(({ framework, version, control }) => [`${framework}@${version}`, control]),
    }),
  };
}

function fixTexts(finding: Finding, context: OutputContext): Text {
  return { en: fixText(finding, { ...context, language: 'en' }).text, ja: fixText(finding, { ...context, language: 'ja' }).text };
}

/** `controls`: [control, status, numbers of its checks] */
function frameworkData(report: AnyReport, context: OutputContext, checkNumbers: ReadonlyMap<string, number>): unknown {
  return report.frameworks.map(({ results, ...coverage }) => {
    const known = context.frameworks.find(({ id, version }) => id === coverage.framework && version === coverage.version);
    return {
      ...coverage,
      key: `${coverage.framework}@${coverage.version}`,
      own: known?.mapping === 'own',
      complete: known?.complete ?? true,
      controls: results.map(({ control, status, checks }) => [control, status, checks.flatMap((id) => checkNumbers.get(id) ?? [])]),
    };
  });
}
