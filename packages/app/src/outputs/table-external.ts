/** What other tools say otherwise of the same resource; that they agree is a number. */
import type { TableView } from './table.ts';
import { LIST_ROWS, heading } from './table-heading.ts';
import { renderGrid } from './terminal/index.ts';

/** Empty when no findings of other tools were given. */
export function externalLines(view: TableView): readonly string[] {
  const { report, words, width, context, paint } = view;
  if (!report.external) return [];
  const agreeing = report.external.filter(({ comparisons }) => comparisons.some(({ outcome }) => outcome === 'agrees'));
  const rows = report.external.flatMap(({ check, status, resource, comparisons }) =>
    comparisons
      .filter(({ outcome }) => outcome === 'disagrees')
      .map((own) => [check, words.status[status], own.checkId, words.status[own.status ?? 'unknown'], resource.id]),
  );
  const { columns } = words.external;
  const grid = [
    { title: columns.theirs, shrinks: true },
    { title: columns.verdict },
    { title: columns.ours, shrinks: true },
    { title: columns.verdict },
    { title: words.columns.resource, shrinks: true },
  ];
  return [
    ...heading(view, words.external.title(report.external.length)),
    paint('dim', `  ${words.external.summary(agreeing.length, rows.length)}`),
    ...(rows.length > 0 ? renderGrid(grid, rows.slice(0, LIST_ROWS), { width, color: context.color, indent: 2 }) : []),
    ...(rows.length > LIST_ROWS ? [paint('dim', `  ${words.moreDiagnostics(rows.length - LIST_ROWS)}`)] : []),
  ];
}
