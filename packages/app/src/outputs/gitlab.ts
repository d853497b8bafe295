/**
 * GitLab's security report for `artifacts:reports:sast`, schema 15.0.7 (the fields GitLab lists in "Security scanner integration",
 * docs.gitlab.com, read 2026-11-22). It holds open findings only: a suppressed or undecided one is no vulnerability.
 */
import { createHash } from 'node:crypto';
import type { Finding, Severity } from '@kumomori/model';
import {
  decidingEvidence,
  findingsOf,
  fixPlace,
  isLive,
  jsonPieces,
  openFindings,
  placeOf,
  placeText,
  repositoryPath,
} from './finding-view.ts';
import { fixSentence, liveScope } from './live-view.ts';
import { messagesFor } from './messages.ts';
import type { AnyReport, OutputContext, OutputFormat } from './output-format.ts';

export const gitlab: OutputFormat = {
  name: 'gitlab',
  render(report, context) {
    return [...pieces(report, context)].join('');
  },
  pieces,
};

function pieces(report: AnyReport, context: OutputContext): Iterable<string> {
  const vulnerabilities = openFindings(report).map((finding) => vulnerability(finding, report, context));
  return jsonPieces({ version: '15.0.7', scan: scan(report, context), vulnerabilities: [] }, '\n  "vulnerabilities": ', vulnerabilities);
}

const SEVERITIES: Readonly<Record<Severity, string>> = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', info: 'Info' };
const NAME_CHARACTERS = 255;
const SOLUTION_CHARACTERS = 7000;
const MESSAGES = 100;

function scan(report: AnyReport, context: OutputContext): unknown {
  const tool = { id: 'kumomori', name: 'kumomori', version: report.tool.version, vendor: { name: 'kumomori' } };
  const undecided = findingsOf(report.findings, ({ status }) => status === 'unknown');
  const unknown = Iterator.from(undecided).reduce((count, { suppressed }) => (suppressed === null ? count + 1 : count), 0);
  const messages = report.diagnostics.slice(0, MESSAGES).map(({ severity, file, line, message }) => ({
    level: severity === 'info' ? 'info' : 'warn',
    value: `${line === null ? file : `${file}:${line}`}: ${message}`,
  }));
  if (unknown > 0) messages.push({ level: 'info', value: messagesFor(context.language).gitlab.unknown(unknown) });
  const gaps = report.coverage.length;
  if (gaps > 0) messages.push({ level: 'warn', value: messagesFor(context.language).gitlab.gaps(gaps) });
  return {
    analyzer: tool,
    scanner: tool,
    type: 'sast',
    status: 'success',
    start_time: withoutZone(report.startedAt),
    end_time: withoutZone(report.finishedAt),
    messages,
  };
}

/** The schema wants `2026-11-22T03:04:05`: UTC without fraction and zone. */
function withoutZone(time: string): string {
  return new Date(Date.parse(time)).toISOString().slice(0, 19);
}

function vulnerability(finding: Finding, report: AnyReport, context: OutputContext): unknown {
  const { language, catalogue } = context;
  const check = catalogue.get(finding.checkId)?.check;
  const links = (check?.references ?? []).filter((url) => /^https?:\/\//.test(url)).map((url) => ({ url }));
  return {
    id: uuid(finding.fingerprint),
    name: `${finding.title[language]}: ${finding.resource.name}`.slice(0, NAME_CHARACTERS),
    description: [finding.message[language], check?.why[language]].filter((part) => part !== undefined).join('\n\n'),
    severity: SEVERITIES[finding.severity],
    solution: solution(finding, context).slice(0, SOLUTION_CHARACTERS),
    identifiers: identifiers(finding),
    ...(links.length > 0 ? { links } : {}),
    location: isLive(finding) ? { file: finding.resource.id, class: liveScope(finding) } : locationOf(finding, report),
  };
}

/** What really runs has no file; GitLab shows what stands there, and tells findings apart by it. */
function locationOf(finding: Finding, report: AnyReport): unknown {
  const place = placeOf(finding);
  const endLine = decidingEvidence(finding)?.endLine ?? place.line;
  return {
    file: repositoryPath(place.file, report),
    start_line: place.line,
    end_line: Math.max(place.line, endLine),
    class: finding.origin.address,
  };
}

function solution(finding: Finding, context: OutputContext): string {
  const place = fixPlace(finding);
  return fixSentence(finding, context) + (place ? ` (${placeText(place)})` : '');
}

/** GitLab tells vulnerabilities apart by the first identifier, so ours comes first; at most 20 are read. */
function identifiers(finding: Finding): readonly unknown[] {
  const own = { type: 'kumomori', name: finding.checkId, value: finding.checkId };
  const others = finding.equivalents.map((id) => ({ type: identifierType(id), name: id, value: id }));
  return [own, ...others].slice(0, 20);
}

function identifierType(id: string): string {
  if (id.startsWith('CKV')) return 'checkov';
  if (id.startsWith('AVD-')) return 'avd';
  if (id.includes(':')) return id.slice(0, id.indexOf(':'));
  return 'securityhub';
}

/** A UUID of version 8 (RFC 9562: own layout) that is the same for the same fingerprint. */
function uuid(fingerprint: string): string {
  const hash = createHash('sha256').update(`kumomori/gitlab/${fingerprint}`).digest('hex');
  const variant = ((Number.parseInt(hash.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, variant + hash.slice(17, 20), hash.slice(20, 32)].join('-');
}
