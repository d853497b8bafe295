/** What a change did to the findings of its base, for people: counts, what is over, what was silenced, what only moved. */
import type { DiffedFinding } from '@kumomori/model';
import { diffCounts } from './diff-view.ts';
import { placeText } from './place-text.ts';
import { SEVERITY_STYLES } from './table-finding.ts';
import { LIST_ROWS, heading } from './table-heading.ts';
import type { TableView } from './table.ts';
import { plain, renderGrid, wrap } from './terminal/index.ts';

/** Empty when the scan was compared with nothing. */
export function diffLines(view: TableView): readonly string[] {
  const { report, words, width } = view;
  if (!report.diff) return [];
  const { resolved, silenced, moved } = report.diff;
  return [
    ...heading(view, words.diff.title(plain(report.diff.base), report.diff.commit)),
    ...wrap(diffCounts(report.diff, words), width - 2).map((line) => `  ${line}`),
    ...list(words.diff.silencedTitle(silenced.length), silenced, view),
    ...list(words.diff.resolvedTitle(resolved.length), resolved, view),
    ...list(words.diff.movedTitle(moved.length), moved, view),
  ];
}

function list(title: string, findings: readonly DiffedFinding[], { words, width, context, paint }: TableView): readonly string[] {
  const shown = findings.slice(0, LIST_ROWS);
  const [first] = shown;
  if (!first) return [];
  const rows = shown.map((each) => [
    words.severity[each.severity],
    each.title[context.language],
    each.resource.id,
    placeText({ file: each.file, line: each.line }),
  ]);
  const columns = [
    { title: words.columns.severity, paint: (cell: string, row: number) => paint(SEVERITY_STYLES[(shown[row] ?? first).severity], cell) },
    { title: words.columns.check, shrinks: true },
    { title: words.columns.resource, shrinks: true },
    { title: words.columns.where, shrinks: true, paint: (cell: string) => paint('dim', cell) },
  ];
  const rest = findings.length - shown.length;
  return [
    '',
    `  ${paint('bold', title)}`,
    ...renderGrid(columns, rows, { width, color: context.color, indent: 2 }),
    ...(rest > 0 ? [paint('dim', `  ${words.moreDiagnostics(rest)}`)] : []),
  ];
}
