/** What is reachable, as a table and as Markdown. */
import { plain, renderGrid } from '../use-cases/index.ts';
import type { ExposureReport, ExposureRow } from '../use-cases/index.ts';
import { markdownCode } from '../use-cases/index.ts';
import type { CliContext } from './program.ts';
import { widthOf } from './write.ts';

type Section = 'reached' | 'inner' | 'unknown' | 'near';
const SECTIONS: readonly Section[] = ['reached', 'inner', 'unknown', 'near'];

function sectionOf({ reachable, from, oneChangeAway }: ExposureRow): Section | null {
  if (reachable === true) return from === 'internet' ? 'reached' : 'inner';
  if (reachable === 'unknown') return 'unknown';
  return oneChangeAway ? 'near' : null;
}

function portsOf(row: ExposureRow): string {
  return row.ports
    .map(({ protocol, from, to }) => (protocol === 'all' ? 'all' : `${protocol}/${from === to ? from : `${from}-${to}`}`))
    .join(', ');
}

function counted({ exposure }: ExposureReport, texts: CliContext['messages']['exposure']): string {
  const direct = exposure.filter(({ from }) => from === 'internet');
  const count = (section: Section | null): number => direct.filter((row) => sectionOf(row) === section).length;
  return direct.length === 0 ? texts.nothing : texts.summary(count('reached'), count('unknown'), count('near'), count(null));
}

/** The lines below a resource: its stations, what protects it, what would expose it. */
function detailsOf(row: ExposureRow, texts: CliContext['messages']['exposure']): readonly string[] {
  const at = ({ file, line }: { readonly file: string | null; readonly line: number | null }): string =>
    file === null ? '' : `  ${file}:${line ?? ''}`;
  return [
    ...row.steps.map((step) => `${step.text}${at(step)}`),
    ...(row.oneChangeAway ?? []).map((each) => `→ ${each.text}${at(each)}`),
    ...(row.shields.length > 0 ? [texts.protectedBy(row.shields.join(', '))] : []),
    ...(row.login === null ? [] : [texts.login(row.login)]),
  ].map((line) => plain(line));
}

export function exposureTable(report: ExposureReport, limit: number, { messages, environment }: CliContext): string {
  const texts = messages.exposure;
  const lines: string[] = [counted(report, texts)];
  for (const section of SECTIONS) {
    const rows = report.exposure.filter((row) => sectionOf(row) === section);
    if (rows.length === 0) continue;
    const shown = limit === 0 ? rows : rows.slice(0, limit);
    lines.push('', `${texts.headings[section]} (${rows.length})`);
    for (const row of shown) {
      const from = row.from === 'internet' ? '' : ` ← ${row.from}`;
      lines.push(plain(`  ${row.node}${from}${row.ports.length > 0 ? `  ${portsOf(row)}` : ''}`));
      lines.push(...detailsOf(row, texts).map((line) => `    ${line}`));
    }
    if (shown.length < rows.length) lines.push(`  ${texts.more(rows.length - shown.length)}`);
  }
  if (report.matrix) lines.push('', ...matrixLines(report.matrix, limit, { messages, environment }));
  for (const { file, message } of report.diagnostics) lines.push(plain(`${file}: ${message}`));
  return `${lines.join('\n')}\n`;
}

type Matrix = NonNullable<ExposureReport['matrix']>;

/** The rows of the matrix that are shown: from, to, ports, how sure. */
function matrixRows({ classes, edges }: Matrix, limit: number, texts: CliContext['messages']['exposure']): readonly (readonly string[])[] {
  const nameOf = (index: number): string => {
    const nodes = classes[index]?.nodes ?? [];
    return nodes.length > 2 ? `${nodes.slice(0, 2).join(', ')} +${nodes.length - 2}` : nodes.join(', ');
  };
  const shown = limit === 0 ? edges : edges.slice(0, limit);
  return shown.map(({ from, to, ports, isSure }) => [
    nameOf(from),
    nameOf(to),
    ports.map(({ protocol, from: a, to: b }) => (protocol === 'all' ? 'all' : `${protocol}/${a === b ? a : `${a}-${b}`}`)).join(', '),
    isSure ? texts.sure : texts.maybe,
  ]);
}

function matrixLines(
  matrix: Matrix,
  limit: number,
  { messages, environment }: Pick<CliContext, 'messages' | 'environment'>,
): readonly string[] {
  const texts = messages.exposure;
  const rows = matrixRows(matrix, limit, texts);
  const columns = [
    { title: texts.columns.from, shrinks: true },
    { title: texts.columns.node, shrinks: true },
    { title: texts.columns.ports },
    { title: '' },
  ];
  const more = matrix.edges.length - rows.length;
  return [
    texts.matrixTitle(matrix.classes.length, matrix.edges.length),
    ...renderGrid(columns, rows, { width: widthOf(environment) }),
    ...(more > 0 ? [texts.more(more)] : []),
  ];
}

function matrixMarkdown(matrix: Matrix, limit: number, texts: CliContext['messages']['exposure']): readonly string[] {
  const rows = matrixRows(matrix, limit, texts);
  const more = matrix.edges.length - rows.length;
  return [
    ...['', `## ${texts.matrixTitle(matrix.classes.length, matrix.edges.length)}`, ''],
    ...[`| ${texts.columns.from} | ${texts.columns.node} | ${texts.columns.ports} | |`, '| --- | --- | --- | --- |'],
    ...rows.map(
      ([from = '', to = '', ports = '', sure = '']) => `| ${[from, to, ports].map((each) => markdownCode(each)).join(' | ')} | ${sure} |`,
    ),
    ...(more > 0 ? ['', texts.more(more)] : []),
  ];
}

export function exposureMarkdown(report: ExposureReport, limit: number, { messages }: CliContext): string {
  const texts = messages.exposure;
  const lines: string[] = [`# ${texts.title}`, '', counted(report, texts)];
  for (const section of SECTIONS) {
    const rows = report.exposure.filter((row) => sectionOf(row) === section);
    if (rows.length === 0) continue;
    const last = section === 'near' ? texts.columns.change : texts.columns.because;
    lines.push('', `## ${texts.headings[section]} (${rows.length})`, '');
    lines.push(`| ${texts.columns.node} | ${texts.columns.from} | ${texts.columns.ports} | ${last} |`, '| --- | --- | --- | --- |');
    for (const row of rows) {
      const why = section === 'near' ? (row.oneChangeAway ?? []).map(({ text }) => text) : row.steps.map(({ text }) => text);
      const cells = [row.node, row.from, portsOf(row), why.join('; ')].map((each) => (each === '' ? '' : markdownCode(each)));
      lines.push(`| ${cells.join(' | ')} |`);
    }
  }
  if (report.matrix) lines.push(...matrixMarkdown(report.matrix, limit, texts));
  return `${lines.join('\n')}\n`;
}
