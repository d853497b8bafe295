/** Indicators as tables. */
import { plain, renderGrid } from '../use-cases/index.ts';
import type { IntelImport, IntelRow } from '../use-cases/index.ts';
import type { CliContext } from './program.ts';
import { widthOf } from './write.ts';

export function importText({ files, diagnostics, ...counts }: IntelImport, { messages, environment }: CliContext): string {
  const texts = messages.intel;
  const { file, kind, indicators, problems } = texts.fileColumns;
  const columns = [
    { title: file, shrinks: true },
    { title: kind },
    { title: indicators, align: 'right' as const },
    { title: problems, align: 'right' as const },
  ];
  const rows = files.slice(0, 50).map((each) => [each.file, each.kind, String(each.indicators), String(each.problems)]);
  return [
    ...(rows.length > 0 ? [...renderGrid(columns, rows, { width: widthOf(environment) }), ''] : []),
    texts.imported(counts),
    ...(counts.warned > 0 ? [texts.warned(counts.warned)] : []),
    ...(diagnostics.length > 0 ? ['', texts.problemsHead] : []),
    ...diagnostics.map(({ file: name, line, message }) => plain(`  ${name}${line === null ? '' : `:${line}`}: ${message}`)),
  ].join('\n');
}

export function intelRowsText(rows: readonly IntelRow[], total: number, { messages, environment }: CliContext): string {
  const texts = messages.intel;
  const { value, title, source, confidence, tlp, until, state } = texts.columns;
  const columns = [
    { title: value, shrinks: true },
    { title, shrinks: true },
    { title: source, shrinks: true },
    ...[{ title: confidence, align: 'right' as const }, { title: tlp }, { title: until }, { title: state }],
  ];
  const cells = rows.map((row) => [
    row.observables.map((each) => each.value).join(' ') || (row.pattern ?? ''),
    ...[row.title, row.source, row.confidence === null ? '' : String(row.confidence), row.tlp ?? '', row.validUntil ?? ''],
    [texts.states[row.state], ...new Set(Object.values(row.warnings).map((list) => texts.isWarned(list)))].join('; '),
  ]);
  return [
    texts.counted(total),
    ...(rows.length > 0 ? ['', ...renderGrid(columns, cells, { width: widthOf(environment) })] : []),
    ...(rows.length < total ? [texts.more(total - rows.length)] : []),
  ].join('\n');
}
