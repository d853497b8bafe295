/** JUnit XML as GitLab, Jenkins and Azure DevOps read it: a suite for each check, a case for each finding. */
import type { Finding, Findings } from '@kumomori/model';
import { codeFrame } from './code-frame.ts';
import { decidingEvidence, fixPlace, isLive, otherInstances, placeOf, placeText, provenanceChain } from './finding-view.ts';
import { answerOf, fixSentence, liveScope } from './live-view.ts';
import { messagesFor } from './messages.ts';
import type { AnyReport, OutputContext, OutputFormat } from './output-format.ts';
import { escapeQuotedXml, escapeXml } from './xml.ts';

export const junit: OutputFormat = {
  name: 'junit',
  render(report, context) {
    return [...pieces(report, context)].join('');
  },
  pieces,
};

interface Counts {
  tests: number;
  failures: number;
  errors: number;
  skipped: number;
}

/** The numbers stand before the cases: the findings are walked through twice. */
function* pieces(report: AnyReport, context: OutputContext): Generator<string> {
  const suites = new Map<string, { title: string; counts: Counts }>();
  const whole = noCases();
  for (const finding of report.findings) {
    const suite = suites.get(finding.checkId) ?? { title: finding.title[context.language], counts: noCases() };
    suites.set(finding.checkId, suite);
    for (const counts of [whole, suite.counts]) count(finding, counts);
  }
  const casesOf = casesByCheck(report.findings);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes({ name: 'kumomori', ...whole, time: secondsOf(report) })}>\n`;
  for (const [checkId, { title, counts }] of suites) {
    const timestamp = report.startedAt.replace(/(?:\.\d+)?Z$/, '');
    yield `  <testsuite${attributes({ name: `${checkId}: ${title}`, ...counts, timestamp })}>\n`;
    for (const finding of casesOf(checkId)) yield testcase(finding, context);
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function casesByCheck(findings: Findings): (checkId: string) => Iterable<Finding> {
  const { ofKinds } = findings;
  if (ofKinds) return (checkId) => ofKinds.call(findings, (kind) => kind.checkId === checkId);
  const groups = Map.groupBy(findings, ({ checkId }) => checkId);
  return (checkId) => groups.get(checkId) ?? [];
}

function noCases(): Counts {
  return { tests: 0, failures: 0, errors: 0, skipped: 0 };
}

function count({ status, suppressed }: Finding, counts: Counts): void {
  counts.tests += 1;
  if (status === 'fail' && suppressed === null) counts.failures += 1;
  else if (status !== 'pass' || suppressed !== null) counts.skipped += 1;
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
  return `      <failure${head}>${escapeXml(legal(failureText(finding, context)))}</failure>\n`;
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

function secondsOf(report: AnyReport): string {
  return ((Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000).toFixed(3);
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeQuotedXml(legal(String(value))).replaceAll('\n', '&#10;')}"`)
    .join('');
}

/**
 * Characters that XML 1.0 forbids (section 2.2) become U+FFFD: one of them would make the whole file unreadable. So do marks that turn the
 * direction of reading.
 */
function legal(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');
}
