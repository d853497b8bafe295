/** JUnit XML as GitLab, Jenkins and Azure DevOps read it: a suite for each check, a case for each finding. */
import type { Finding, ScanReport } from '@kumomori/model';
import { codeFrame } from './code-frame.ts';
import { decidingEvidence, fixPlace, isLive, otherInstances, placeOf, placeText, provenanceChain } from './finding-view.ts';
import { answerOf, fixSentence, liveScope } from './live-view.ts';
import { messagesFor } from './messages.ts';
import type { OutputContext, OutputFormat } from './output-format.ts';

export const junit: OutputFormat = {
  name: 'junit',
  render(report, context) {
    const suites = [...Map.groupBy(report.findings, ({ checkId }) => checkId)];
    const all = attributes({ name: 'kumomori', ...counts(report.findings), time: secondsOf(report) });
    const body = suites.map(([checkId, findings]) => suite(checkId, findings, { report, context })).join('');
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${all}>\n${body}</testsuites>\n`;
  },
};

interface Whole {
  readonly report: ScanReport;
  readonly context: OutputContext;
}

function suite(checkId: string, findings: readonly Finding[], { report, context }: Whole): string {
  const title = findings[0]?.title[context.language] ?? checkId;
  const head = attributes({ name: `${checkId}: ${title}`, ...counts(findings), timestamp: report.startedAt.replace(/(?:\.\d+)?Z$/, '') });
  return `  <testsuite${head}>\n${findings.map((finding) => testcase(finding, context)).join('')}  </testsuite>\n`;
}

/** Undecided and suppressed findings are skipped cases: they fail no pipeline and stay visible. */
function testcase(finding: Finding, context: OutputContext): string {
  // A live resource stands in no file that anybody could open.
  const place = isLive(finding) ? {} : { ...placeOf(finding) };
  const head = attributes({ classname: finding.checkId, name: finding.origin.address, ...place });
  const result = resultOf(finding, context);
  return result === '' ? `    <testcase${head}/>\n` : `    <testcase${head}>\n${result}    </testcase>\n`;
}

function resultOf(finding: Finding, context: OutputContext): string {
  const { language } = context;
  const message = finding.message[language];
  if (finding.suppressed !== null) {
    const words = messagesFor(language);
    const why = [words.suppressedBy[finding.suppressed.by], finding.suppressed.reason].filter((part) => part !== null).join(': ');
    return `      <skipped${attributes({ message: `${why} (${message})` })}/>\n`;
  }
  if (finding.status === 'pass') return '';
  if (finding.status !== 'fail') return `      <skipped${attributes({ message })}/>\n`;
  const head = attributes({ type: finding.severity, message });
  return `      <failure${head}>${escapeXml(failureText(finding, context))}</failure>\n`;
}

function failureText(finding: Finding, context: OutputContext): string {
  const words = messagesFor(context.language);
  const evidence = decidingEvidence(finding);
  const chain = evidence ? provenanceChain(evidence, finding.origin.address) : [];
  const frame = codeFrame(finding, context.linesOf)?.lines ?? [];
  const fix = fixPlace(finding);
  const answer = answerOf(finding, context);
  const place = answer ? `${finding.resource.id} ${liveScope(finding)}`.trimEnd() : placeText(placeOf(finding));
  return [
    place,
    ...frame.map(({ number, text, to }) => `${to > 0 ? '>' : ' '} ${String(number).padStart(4)} | ${text}`),
    ...(chain.length > 0 ? [`${words.setBy}: ${chain.join(' → ')}`] : []),
    `${words.fix}: ${fixSentence(finding, context)}`,
    ...(answer ? [`${words.answer}: ${[answer.call, answer.at, answer.place].filter((part) => part !== null).join(' ')}`] : []),
    ...(fix ? [`${words.change}: ${placeText(fix)}`] : []),
    ...otherInstances(finding).map(({ address }) => `${words.also}: ${address}`),
  ].join('\n');
}

function counts(findings: readonly Finding[]): { tests: number; failures: number; errors: number; skipped: number } {
  const failures = findings.filter(({ status, suppressed }) => status === 'fail' && suppressed === null).length;
  const passes = findings.filter(({ status, suppressed }) => status === 'pass' && suppressed === null).length;
  return { tests: findings.length, failures, errors: 0, skipped: findings.length - failures - passes };
}

function secondsOf(report: ScanReport): string {
  return ((Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000).toFixed(3);
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`)
    .join('');
}

/**
 * Characters that XML 1.0 forbids (section 2.2) become U+FFFD: one of them would make the whole file unreadable. So do marks that turn the
 * direction of reading.
 */
function escapeXml(text: string): string {
  const legal = text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');
  return legal.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
