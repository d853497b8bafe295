/** What a person sees in the terminal: summary, the worst findings in full, the rest by check, frameworks, exceptions, what to do next. */
import type { Diagnostic, Finding, ScanReport } from '@kumomori/model';
import { severities } from '@kumomori/model';
import { isExceptionDiagnostic, isLive, openFindings, placeText, targetPaths, whereText } from './finding-view.ts';
import { shortId } from './live-view.ts';
import type { Messages } from './messages.en.ts';
import { messagesFor } from './messages.ts';
import type { OutputContext, OutputFormat } from './output-format.ts';
import { externalLines } from './table-external.ts';
import { SEVERITY_STYLES, findingLines } from './table-finding.ts';
import { LIST_ROWS, heading } from './table-heading.ts';
import { coverage, undecidedLive } from './table-live.ts';
import { summaryBox } from './table-summary.ts';
import type { Paint } from './terminal/index.ts';
import { pad, painter, plain, renderGrid, textWidth, wrap } from './terminal/index.ts';

export const table: OutputFormat = {
  name: 'table',
  render(report, context) {
    const sections = tableSections({
      report,
      context,
      words: messagesFor(context.language),
      paint: painter(context.color),
      width: Math.min(Math.max(context.width > 0 ? context.width : 80, 60), 120),
    });
    return `${sections
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n')}\n`;
  },
};

export interface TableView {
  readonly report: ScanReport;
  readonly context: OutputContext;
  readonly words: Messages;
  readonly paint: Paint;
  readonly width: number;
}

function tableSections(view: TableView): readonly (readonly string[])[] {
  const open = openFindings(view.report);
  const limit = view.context.limit === 0 ? open.length : view.context.limit;
  const shown = open.slice(0, limit);
  return [
    summaryBox(view),
    ...(open.length === 0 ? [verdictLine(view)] : [heading(view, view.words.topFindings(shown.length, open.length))]),
    ...shown.map((finding, index) => findingLines(finding, index + 1, view)),
    restByCheck(open.slice(limit), view),
    undecided(view),
    undecidedLive(view),
    frameworks(view),
    suppressed(view),
    exceptionNotes(view),
    externalLines(view),
    coverage(view),
    diagnostics(view),
    nextSteps(open, shown.length, view),
  ];
}

function verdictLine({ report, words, paint }: TableView): readonly string[] {
  const text =
    report.summary.resources === 0
      ? words.nothingScanned
      : report.summary.suppressed > 0
        ? words.nothingOpen(report.summary.suppressed)
        : words.nothingFound;
  return [paint(report.summary.resources === 0 ? 'yellow' : 'green', `${report.summary.resources === 0 ? '!' : '✔'} ${text}`)];
}

function restByCheck(rest: readonly Finding[], view: TableView): readonly string[] {
  if (rest.length === 0) return [];
  const { words, paint, width, context } = view;
  const groups = [...Map.groupBy(rest, ({ checkId }) => checkId).values()];
  const first = (group: readonly Finding[]): Finding => group[0] as Finding; // groupBy makes no empty groups
  groups.sort((a, b) => severities.indexOf(first(a).severity) - severities.indexOf(first(b).severity) || b.length - a.length);
  const rows = groups.map((group) => [
    words.severity[first(group).severity],
    first(group).title[context.language],
    String(group.length),
    listedPlace(first(group)) + (group.length > 1 ? ` +${group.length - 1}` : ''),
  ]);
  const columns = [
    {
      title: words.columns.severity,
      paint: (cell: string, row: number) => paint(SEVERITY_STYLES[first(groups[row] ?? rest.slice(0, 1)).severity], cell),
    },
    { title: words.columns.check, shrinks: true },
    { title: words.columns.count, align: 'right' as const },
    { title: words.columns.where, shrinks: true, paint: (cell: string) => paint('dim', cell) },
  ];
  return [...heading(view, words.moreFindings(rest.length)), ...renderGrid(columns, rows, { width, color: context.color, indent: 2 })];
}

function listedPlace(finding: Finding): string {
  return isLive(finding) ? shortId(finding.resource.id) : whereText(finding);
}

/** Of code; what is live waits for the cloud, not for an apply. */
function undecided(view: TableView): readonly string[] {
  const { report, words, paint, width, context } = view;
  const findings = report.findings.filter((each) => each.status === 'unknown' && each.suppressed === null && !isLive(each));
  if (findings.length === 0) return [];
  const rows = findings
    .slice(0, LIST_ROWS)
    .map((finding) => [
      finding.origin.address,
      finding.checkId,
      finding.evidence.find(({ reason }) => reason !== null)?.reason ?? finding.message[context.language],
    ]);
  const columns = [
    { title: words.columns.resource, shrinks: true },
    { title: words.columns.check, shrinks: true },
    { title: words.columns.reason, shrinks: true, paint: (cell: string) => paint('dim', cell) },
  ];
  return [
    ...heading(view, words.undecided(findings.length)),
    ...renderGrid(columns, rows, { width, color: context.color, indent: 2 }),
    ...(findings.length > LIST_ROWS ? [paint('dim', `  ${words.moreDiagnostics(findings.length - LIST_ROWS)}`)] : []),
  ];
}

function frameworks(view: TableView): readonly string[] {
  const { report, words, paint, width, context } = view;
  // A framework of which nothing was judged (other checks were selected) says nothing.
  const judged = report.frameworks.filter(({ passing, failing, undecided }) => passing + failing + undecided > 0);
  if (judged.length === 0) return [];
  const hasUndecided = judged.some(({ undecided }) => undecided > 0);
  const count =
    (value: number, style: 'green' | 'red'): ((cell: string) => string) =>
    (cell) =>
      value > 0 ? paint(style, cell) : cell;
  const right = 'right' as const;
  const columns = [
    { title: words.columns.framework, shrinks: true },
    { title: words.columns.version },
    {
      title: words.columns.passing,
      align: right,
      paint: (cell: string, row: number) => count(judged[row]?.passing ?? 0, 'green')(cell),
    },
    {
      title: words.columns.failing,
      align: right,
      paint: (cell: string, row: number) => count(judged[row]?.failing ?? 0, 'red')(cell),
    },
    ...(hasUndecided ? [{ title: words.columns.undecided, align: right }] : []),
    { title: words.columns.notAssessed, align: right },
    { title: words.columns.manual, align: right },
  ];
  const rows = judged.map((one) => [
    one.name,
    one.version,
    ...[one.passing, one.failing, ...(hasUndecided ? [one.undecided] : []), one.notAssessed, one.manual].map(String),
  ]);
  const note = wrap(words.frameworksNote, width - 2).map((line) => paint('dim', `  ${line}`));
  return [...heading(view, words.frameworks), ...renderGrid(columns, rows, { width, color: context.color, indent: 2 }), ...note];
}

function suppressed(view: TableView): readonly string[] {
  const { report, words, paint, width, context } = view;
  const findings = report.findings.filter((finding) => finding.suppressed !== null);
  if (findings.length === 0) return [];
  // What was there when the baseline was written is a number; what somebody decided is a list.
  const decided = findings.filter(({ suppressed: one }) => one?.by !== 'baseline');
  const rows = decided
    .slice(0, LIST_ROWS)
    .map(({ checkId, origin, suppressed: one }) => [
      origin.address,
      checkId,
      one ? words.suppressedBy[one.by] : '',
      one?.expires ? words.until(one.expires) : words.noExpiry,
      [one?.owner, one?.reason].filter((part) => part).join(': '),
    ]);
  const columns = [
    { title: words.columns.resource, shrinks: true },
    { title: words.columns.check, shrinks: true },
    { title: words.columns.by },
    { title: words.columns.expires },
    { title: words.columns.reason, shrinks: true, paint: (cell: string) => paint('dim', cell) },
  ];
  return [
    ...heading(view, words.suppressedTitle(findings.length)),
    ...(rows.length > 0 ? renderGrid(columns, rows, { width, color: context.color, indent: 2 }) : []),
    ...(decided.length > LIST_ROWS ? [paint('dim', `  ${words.moreDiagnostics(decided.length - LIST_ROWS)}`)] : []),
    ...(findings.length > decided.length ? [paint('dim', `  ${words.inBaseline(findings.length - decided.length)}`)] : []),
  ];
}

function exceptionNotes(view: TableView): readonly string[] {
  const notes = view.report.diagnostics.filter((one) => isExceptionDiagnostic(one));
  if (notes.length === 0) return [];
  const more = notes.length > LIST_ROWS ? [view.paint('dim', `  ${view.words.moreDiagnostics(notes.length - LIST_ROWS)}`)] : [];
  return [...heading(view, view.words.exceptionNotes), ...notes.slice(0, LIST_ROWS).flatMap((one) => diagnosticLines(one, view)), ...more];
}

function diagnostics(view: TableView): readonly string[] {
  const all = view.report.diagnostics.filter((one) => !isExceptionDiagnostic(one));
  if (all.length === 0) return [];
  const more = all.length > LIST_ROWS ? [view.paint('dim', `  ${view.words.moreDiagnostics(all.length - LIST_ROWS)}`)] : [];
  return [
    ...heading(view, view.words.diagnostics(all.length)),
    ...all.slice(0, LIST_ROWS).flatMap((one) => diagnosticLines(one, view)),
    ...more,
  ];
}

const DIAGNOSTIC_SIGNS = { error: ['red', '✖'], warning: ['yellow', '!'], info: ['blue', 'i'] } as const;

function diagnosticLines({ severity, file, line, message }: Diagnostic, { paint, width }: TableView): readonly string[] {
  const [style, sign] = DIAGNOSTIC_SIGNS[severity];
  const text = wrap(plain(message), width - 4);
  return [
    `  ${paint(style, sign)} ${paint('dim', plain(line === null ? file : placeText({ file, line })))}`,
    ...text.map((one) => `    ${one}`),
  ];
}

/** As one may paste it into a shell. */
function shellWord(text: string): string {
  return /^[\p{L}\p{N}_@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function nextSteps(open: readonly Finding[], shown: number, view: TableView): readonly string[] {
  const { words, paint, context, width, report } = view;
  const scan = `kumomori scan ${targetPaths(report)
    .map((path) => shellWord(plain(path)))
    .join(' ')}`;
  const steps: (readonly [string, string])[] = [];
  if (open[0]) steps.push([`kumomori explain ${open[0].checkId}`, words.explainStep]);
  if (shown < open.length) steps.push([`${scan} --limit 0`, words.allStep]);
  if (context.htmlReport === null) steps.push([`${scan} --format html --output report.html`, words.htmlHint]);
  else steps.push([plain(context.htmlReport), words.htmlStep]);
  const column = Math.max(...steps.map(([command]) => textWidth(command)));
  const fits = steps.every(([, does]) => column + textWidth(does) + 5 <= width);
  return [
    ...heading(view, words.next),
    ...steps.flatMap(([command, does]) =>
      fits
        ? [`  ${paint('bold', pad(command, column))}   ${paint('dim', does)}`]
        : [`  ${paint('bold', command)}`, ...wrap(does, width - 4).map((line) => `    ${paint('dim', line)}`)],
    ),
  ];
}
