/** The timeline for programs: CSV that is safe to open, and JSON lines. */
import type { Language } from '@kumomori/model';
import { BYTE_ORDER_MARK, cell } from '../csv.ts';
import type { InvestigationOutput, TimelineOutput } from './report.ts';

const COLUMNS = [
  ...([
    'time',
    'relation',
    'outcome',
    'service',
    'action',
    'resource',
    'principal',
    'session',
    'credential',
    'sourceIp',
    'userAgent',
  ] as const),
  ...(['account', 'region', 'error', 'eventId', 'source', 'file'] as const),
] satisfies readonly (keyof TimelineOutput)[];
const MORE = ['new', 'level', 'rules', 'techniques'];

const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const;

export function* investigationCsv({ timeline }: InvestigationOutput, language: Language): Generator<string> {
  yield `${language === 'ja' ? BYTE_ORDER_MARK : ''}${[...COLUMNS, ...MORE].join(',')}\r\n`;
  for (const row of timeline) {
    const level = LEVELS.findLast((each) => row.rules.some((rule) => rule.level === each)) ?? '';
    const techniques = [...new Set(row.rules.flatMap(({ technique }) => technique))];
    const more = [row.isNew.join(' '), level, row.rules.map(({ title }) => title).join('; '), techniques.join(' ')];
    yield `${[...COLUMNS.map((column) => row[column] ?? ''), ...more].map((text) => cell(text)).join(',')}\r\n`;
  }
}

export function* investigationLines({ timeline }: InvestigationOutput): Generator<string> {
  for (const row of timeline) yield `${JSON.stringify(row)}\n`;
}
