/** An investigation as a workbook: summary, timeline with times as times, who became whom, principals, what was new, what is open. */
import type { Messages } from '../../i18n/index.ts';
import type { CellValue, Sheet, SheetColumn } from '../xlsx.ts';
import { workbook } from '../xlsx.ts';
import type { HopOutput, InvestigationOutput, TimelineOutput } from './report.ts';
import { endOf, summaryLines } from './words.ts';

type Texts = Messages['investigate'];

/** Names of the columns are those of the CSV; titles of the sheets are in the language of the reader. */
export function investigationXlsx(report: InvestigationOutput, messages: Messages): Uint8Array {
  const texts = messages.investigate;
  const { sections } = texts;
  const sheets: readonly Sheet[] = [
    {
      name: sections.summary,
      columns: [{ name: texts.heading(report.entity.text), width: 110, wrap: true }],
      rows: summaryRows(report, texts),
    },
    timelineSheet(report, texts),
    {
      name: sections.chains,
      columns: named('time', 'direction', 'action', 'from', 'to', 'crossesAccount', 'sourceIp'),
      rows: report.chains.map((hop) => hopRow(hop, texts)),
    },
    principalSheet(report, sections.principals),
    {
      name: sections.news,
      columns: named('kind', 'value', 'first', 'count'),
      rows: report.news.facts.map(({ kind, value, first, count }) => [texts.newKinds[kind], value, timeCell(first), count]),
    },
    {
      name: sections.findings,
      columns: [...named('severity', 'check'), { name: 'message', wrap: true, width: 90 }],
      rows: (report.surroundings?.findings ?? []).map(({ severity, checkId, message }) => [severity, checkId, message]),
    },
  ];
  return workbook({ sheets: sheets.filter(({ rows }, index) => index < 2 || [...rows].length > 0) });
}

function named(...names: readonly string[]): readonly SheetColumn[] {
  return names.map((name) => ({ name }));
}

/** What cannot be read as a time stays what it says. */
function timeCell(text: string | null): CellValue {
  if (text === null) return null;
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : time;
}

function* summaryRows(report: InvestigationOutput, texts: Texts): Generator<readonly CellValue[]> {
  for (const line of summaryLines(report, texts)) yield [line.trim()];
  if (report.openQuestions.length === 0) return;
  yield [null];
  yield [texts.sections.open];
  for (const { message } of report.openQuestions) yield [message];
}

const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const;
const WIDE = { name: 'resource', width: 50 } as const;

function timelineSheet({ timeline }: InvestigationOutput, texts: Texts): Sheet {
  return {
    name: texts.sections.timeline,
    columns: [
      ...[{ name: 'time', width: 20 }, ...named('relation', 'outcome', 'service', 'action'), WIDE, { name: 'principal', width: 50 }],
      ...named('session', 'credential', 'sourceIp', 'userAgent', 'account', 'region', 'error', 'new', 'level', 'rules', 'techniques'),
      ...named('eventId', 'source', 'file'),
    ],
    rows: timelineRows(timeline, texts),
  };
}

function* timelineRows(timeline: readonly TimelineOutput[], texts: Texts): Generator<readonly CellValue[]> {
  for (const row of timeline) {
    const level = LEVELS.findLast((each) => row.rules.some((rule) => rule.level === each)) ?? null;
    const techniques = [...new Set(row.rules.flatMap(({ technique }) => technique))];
    yield [
      ...[timeCell(row.time), texts.relations[row.relation], texts.outcomes[row.outcome], row.service, row.action, row.resource],
      ...[row.principal, row.session, row.credential, row.sourceIp, row.userAgent, row.account, row.region, row.error],
      ...[row.isNew.map((kind) => texts.newKinds[kind]).join(', '), level, row.rules.map(({ title }) => title).join('; ')],
      ...[techniques.join(' '), row.eventId, row.source, row.file],
    ];
  }
}

function hopRow({ time, direction, action, from, to, crossesAccount, sourceIp }: HopOutput, texts: Texts): readonly CellValue[] {
  return [timeCell(time), texts.directions[direction], action, endOf(from, texts), endOf(to, texts), crossesAccount, sourceIp];
}

function principalSheet({ principals }: InvestigationOutput, name: string): Sheet {
  return {
    name,
    columns: [
      { name: 'principal', width: 50 },
      ...named('service', 'action', 'success', 'failure', 'denied', 'unknown', 'techniques', 'watched'),
    ],
    rows: principals.flatMap(({ principal, apis }) =>
      apis.map((api) => [
        ...[principal, api.service, api.action, api.success, api.failure, api.denied, api.unknown],
        ...[api.techniques.join(' '), api.isAbused],
      ]),
    ),
  };
}
