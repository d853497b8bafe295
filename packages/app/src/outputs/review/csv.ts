/** One line a principal, with an empty column for the decision of whoever reviews. Safe to open in a spreadsheet. */
import type { Language } from '@kumomori/model';
import { messagesIn } from '../../i18n/index.ts';
import { BYTE_ORDER_MARK, cell } from '../csv.ts';
import type { ReviewOutput, ReviewOutputRow } from './report.ts';
import { byDepartment, lastUseOf, risksOf } from './words.ts';

// Names for programs, so not translated.
const COLUMNS = [
  ...['department', 'principal', 'name', 'kind', 'account', 'decision_proposed', 'reason', 'last_used', 'risk', 'policies'],
  ...['actions_used', 'actions_unused', 'actions_not_visible', 'events', 'file', 'line', 'decision', 'decided_by'],
] as const;

export function reviewCsv({ rows }: ReviewOutput, language: Language): string {
  const lines = [
    COLUMNS.join(','),
    ...byDepartment(rows).flatMap(([, some]) => some.map((row) => cellsOf(row, language).map(cell).join(','))),
  ];
  return `${language === 'ja' ? BYTE_ORDER_MARK : ''}${lines.join('\r\n')}\r\n`;
}

function cellsOf(row: ReviewOutputRow, language: Language): readonly string[] {
  const messages = messagesIn(language);
  const { decisions, reasons } = messages.leastPrivilege.review;
  const { used, needed, unused, notObservable } = row.counts;
  return [
    ...[row.department, row.principal, row.name, row.kind, row.account, decisions[row.decision], reasons[row.reason]],
    ...[lastUseOf(row, messages), risksOf(row, messages).join('; '), row.policies.join('; ')],
    ...[used + needed, unused, notObservable, row.events].map(String),
    ...[row.file ?? '', row.line === null ? '' : String(row.line), '', ''],
  ];
}
