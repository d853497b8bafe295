/** The access review for terminals and comments. */
import { markdownText, painter, plain, renderGrid, reviewByDepartment, reviewLastUse, reviewRisks } from '../use-cases/index.ts';
import type { ReviewReport, ReviewRow } from '../use-cases/index.ts';
import { shortName } from './least-privilege-text.ts';
import type { CliContext } from './program.ts';
import { widthOf } from './write.ts';

const COLORS = { remove: 'red', ask: 'yellow', reduce: 'cyan', keep: 'green' } as const;

export function reviewTable(report: ReviewReport, context: CliContext, color: boolean): string {
  const { review } = context.messages.leastPrivilege;
  const paint = painter(color);
  const titles = titlesOf(context).map((title, index) => ({ title, shrinks: index !== 1 && index !== 3 }));
  const parts = reviewByDepartment(report.rows).flatMap(([department, rows]) => [
    '',
    paint('bold', plain(department)),
    ...renderGrid(
      titles,
      rows.map((row) => cellsOf(row, context).map(plain)),
      { width: widthOf(context.environment) },
    ),
  ]);
  const tally = (['remove', 'ask', 'reduce', 'keep'] as const).map((each) =>
    paint(COLORS[each], `${review.decisions[each]} ${report.counts[each]}`),
  );
  return `${[plain(leadOf(report, context)), ...(report.hasEvents ? [] : [review.noEvents]), ...parts, '', tally.join('  '), ...problems(report)].join('\n')}\n`;
}

export function reviewMarkdown(report: ReviewReport, context: CliContext): string {
  const { review } = context.messages.leastPrivilege;
  const parts = reviewByDepartment(report.rows).flatMap(([department, rows]) => [
    '',
    `### ${markdownText(department)}`,
    '',
    `| ${titlesOf(context).join(' | ')} |`,
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${cellsOf(row, context).map(markdownText).join(' | ')} |`),
  ]);
  return `${[`## ${review.title}`, '', markdownText(leadOf(report, context)), ...(report.hasEvents ? [] : ['', review.noEvents]), ...parts].join('\n')}\n`;
}

function leadOf({ rows, days, at }: ReviewReport, { messages }: CliContext): string {
  return messages.leastPrivilege.review.lead(rows.length, days, at.slice(0, 10));
}

function titlesOf({ messages }: CliContext): readonly string[] {
  const { columns } = messages.leastPrivilege.review;
  return [columns.principal, columns.decision, columns.reason, columns.lastUsed, columns.risk];
}

function cellsOf(
  row: Pick<ReviewRow, 'decision' | 'reason' | 'principal'> & Parameters<typeof reviewRisks>[0],
  { messages }: CliContext,
): readonly string[] {
  const { decisions, reasons } = messages.leastPrivilege.review;
  return [
    shortName(row.principal),
    decisions[row.decision],
    reasons[row.reason],
    reviewLastUse(row, messages),
    reviewRisks(row, messages).join(', '),
  ];
}

function problems({ diagnostics }: ReviewReport): readonly string[] {
  return diagnostics.filter(({ severity }) => severity !== 'info').map(({ file, message }) => plain(`${file}: ${message}`));
}
