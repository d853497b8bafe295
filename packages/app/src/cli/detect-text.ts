/** Matches as table, CSV and JSON lines. */
import { csvCell, plain, renderGrid } from '../use-cases/index.ts';
import type { DetectResult, IncidentRow, MatchRow, RuleRow } from '../use-cases/index.ts';
import type { CliContext } from './program.ts';
import { widthOf } from './write.ts';

export function matchLine(row: MatchRow): string {
  return `${JSON.stringify(row)}\n`;
}

const COLUMNS = [
  ...(['time', 'level', 'ruleId', 'title', 'technique', 'action', 'principal', 'sourceIp', 'account', 'region'] as const),
  ...(['source', 'eventId', 'incidentId', 'file'] as const),
];

/** The first line of CSV; names for programs, so not translated. */
export const matchCsvHead = `${COLUMNS.join(',')}\r\n`;

export function matchCsv(row: MatchRow): string {
  const cells = COLUMNS.map((column) => {
    const value = row[column];
    return csvCell(typeof value === 'string' ? value : value === null ? '' : value.join(' '));
  });
  return `${cells.join(',')}\r\n`;
}

/** The rows of a table with its head; nothing for no rows. */
export function plainMatches(rows: readonly MatchRow[], { messages, environment }: CliContext): readonly string[] {
  const texts = messages.detect;
  const columns = [
    { title: texts.columns.time },
    { title: texts.columns.level },
    { title: texts.columns.title, shrinks: true },
    { title: texts.columns.action },
    { title: texts.columns.principal, shrinks: true },
    { title: texts.columns.sourceIp },
  ];
  const cells = rows.map(({ time, level, title, action, principal, sourceIp }) => [
    ...[time ?? '', level, title, action ?? '', principal ?? '', sourceIp ?? ''],
  ]);
  return rows.length > 0 ? ['', ...renderGrid(columns, cells, { width: widthOf(environment) })] : [];
}

export function matchTable(rows: readonly MatchRow[], { summary, diagnostics }: DetectResult, limit: number, context: CliContext): string {
  const { messages } = context;
  const texts = messages.detect;
  const shown = limit === 0 ? rows : rows.slice(0, limit);
  const { rules } = summary;
  const lines = [
    texts.summary(summary.events, summary.objects, summary.matches),
    texts.rulesSummary(rules.compiled, rules.rejected),
    ...(rules.otherLogs > 0 ? [texts.otherLogs(rules.otherLogs)] : []),
    ...plainMatches(shown, context),
    ...(shown.length < rows.length ? [texts.more(rows.length - shown.length)] : []),
    ...(diagnostics.length > 0 ? ['', texts.problems] : []),
    ...diagnostics.map(({ file, line, message }) =>
      plain(`  ${file === '' ? '' : `${file}${line === null ? '' : `:${line}`}: `}${message}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const INCIDENT_COLUMNS = [
  ...(['incidentId', 'severity', 'title', 'principal', 'firstSeen', 'lastSeen', 'eventCount', 'techniques', 'ruleIds', 'because'] as const),
];

export const incidentCsvHead = `${INCIDENT_COLUMNS.join(',')}\r\n`;

export function incidentLine(row: IncidentRow): string {
  return `${JSON.stringify(row)}\n`;
}

export function incidentCsv(rows: readonly IncidentRow[]): string {
  const lines = rows.map((row) =>
    INCIDENT_COLUMNS.map((column) => {
      const value = row[column];
      return csvCell(Array.isArray(value) ? value.join(column === 'because' ? '; ' : ' ') : String(value ?? ''));
    }).join(','),
  );
  return [INCIDENT_COLUMNS.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

export function incidentTable({ incidents, summary, diagnostics }: DetectResult, limit: number, context: CliContext): string {
  const { messages, environment } = context;
  const texts = messages.detect;
  const shown = limit === 0 ? incidents : incidents.slice(0, limit);
  const columns = [
    { title: texts.incidentColumns.severity },
    { title: texts.incidentColumns.first },
    { title: texts.incidentColumns.title, shrinks: true },
    { title: texts.incidentColumns.events, align: 'right' as const },
  ];
  const width = widthOf(environment);
  const blocks = shown.flatMap((incident) => {
    const { severity, firstSeen, title, eventCount, because } = incident;
    const [head = '', row = ''] = renderGrid(columns, [[severity, firstSeen, title, String(eventCount)]], { width });
    return [head, row, ...because.map((each) => plain(`  - ${each}`)), ''];
  });
  const lines = [
    texts.summary(summary.events, summary.objects, summary.matches),
    texts.incidents(incidents.length),
    '',
    ...blocks,
    ...(shown.length < incidents.length ? [texts.more(incidents.length - shown.length)] : []),
    ...(diagnostics.length > 0 ? [texts.problems] : []),
    ...diagnostics.map(({ file, line, message }) =>
      plain(`  ${file === '' ? '' : `${file}${line === null ? '' : `:${line}`}: `}${message}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

export function rulesTable(rows: readonly RuleRow[], { messages, environment }: CliContext): string {
  const texts = messages.detect;
  const columns = [
    { title: texts.ruleColumns.compiles },
    { title: texts.ruleColumns.title, shrinks: true },
    { title: texts.ruleColumns.file, shrinks: true },
    { title: texts.ruleColumns.reason, shrinks: true },
  ];
  const cells = rows.map(({ compiles, title, file, line, reason }) => [
    ...[compiles ? texts.yes : texts.no, title ?? '', `${file}:${line}`, reason ?? ''],
  ]);
  const compiled = rows.filter(({ compiles }) => compiles).length;
  const lines = [...renderGrid(columns, cells, { width: widthOf(environment) }), '', texts.rulesSummary(compiled, rows.length - compiled)];
  return `${lines.join('\n')}\n`;
}
