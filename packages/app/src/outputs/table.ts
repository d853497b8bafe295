/** What a person sees in the terminal: summary, the worst findings in full, the rest by check, frameworks, exceptions, what to do next. */
import type { Diagnostic, Finding } from '@kumomori/model';
import { severities } from '@kumomori/model';
import { findingsOf, isExceptionDiagnostic, isLive, openFindings, placeText, targetPaths, whereText } from './finding-view.ts';
import { shortId } from './live-view.ts';
import type { Messages } from './messages.en.ts';
import { messagesFor } from './messages.ts';
import type { AnyReport, OutputContext, OutputFormat } from './output-format.ts';
import { diffLines } from './table-diff.ts';
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
    return [...pieces(report, context)].join('');
  },
  pieces,
};

function* pieces(report: AnyReport, context: OutputContext): Generator<string> {
  const sections = tableSections({
    report,
    context,
    words: messagesFor(context.language),
    paint: painter(context.color),
    width: Math.min(Math.max(context.width > 0 ? context.width : 80, 60), 120),
  });
  let isFirst = true;
  for (const lines of sections) {
    if (lines.length === 0) continue;
    yield `${isFirst ? '' : '\n\n'}${lines.join('\n')}`;
    isFirst = false;
  }
  yield '\n';
}

export interface TableView {
  readonly report: AnyReport;
  readonly context: OutputContext;
  readonly words: Messages;
  readonly paint: Paint;
  readonly width: number;
}

function* tableSections(view: TableView): Generator<readonly string[]> {
  const { report, words, context } = view;
  const open = lookedAt(report, context.limit === 0 ? Infinity : context.limit);
  yield summaryBox(view);
  yield diffLines(view);
  yield open.count === 0 ? verdictLine(view) : heading(view, words.topFindings(open.shown, open.count));
  yield* openFindings(report)
    .take(open.shown)
    .map((finding, index) => findingLines(finding, index + 1, view));
  yield restByCheck(open, view);
  yield undecided(view);
  yield undecidedLive(view);
  yield frameworks(view);
  yield suppressed(view);
  yield exceptionNotes(view);
  yield externalLines(view);
  yield coverage(view);
  yield diagnostics(view);
  yield nextSteps(open, view);
}

/** The open findings: how many there are, and those that are not shown in full, by check. */
interface Open {
  readonly first: Finding | null;
  readonly count: number;
  readonly shown: number;
  readonly rest: readonly { readonly first: Finding; readonly count: number }[];
}

function lookedAt(report: AnyReport, limit: number): Open {
  const rest = new Map<string, { first: Finding; count: number }>();
  let first: Finding | null = null;
  let count = 0;
  for (const finding of openFindings(report)) {
    first ??= finding;
    count += 1;
    if (count <= limit) continue;
    const group = rest.get(finding.checkId);
    if (group) group.count += 1;
    else rest.set(finding.checkId, { first: finding, count: 1 });
  }
  return { first, count, shown: Math.min(limit, count), rest: [...rest.values()] };
}

function verdictLine({ report, words, paint }: TableView): readonly string[] {
  const text =
    report.summary.resources === 0
      ? words.nothingScanned
      : report.diff
        ? words.diff.nothingNew
        : report.summary.suppressed > 0
          ? words.nothingOpen(report.summary.suppressed)
          : words.nothingFound;
  return [paint(report.summary.resources === 0 ? 'yellow' : 'green', `${report.summary.resources === 0 ? '!' : '✔'} ${text}`)];
}

function restByCheck({ rest, count: all, shown }: Open, view: TableView): readonly string[] {
  const { words, paint, width, context } = view;
  const groups = rest.toSorted((a, b) => severities.indexOf(a.first.severity) - severities.indexOf(b.first.severity) || b.count - a.count);
  const [worst] = groups;
  if (!worst) return [];
  const rows = groups.map(({ first, count }) => [
    words.severity[first.severity],
    first.title[context.language],
    String(count),
    listedPlace(first) + (count > 1 ? ` +${count - 1}` : ''),
  ]);
  const columns = [
    {
      title: words.columns.severity,
      paint: (cell: string, row: number) => paint(SEVERITY_STYLES[(groups[row] ?? worst).first.severity], cell),
    },
    { title: words.columns.check, shrinks: true },
    { title: words.columns.count, align: 'right' as const },
    { title: words.columns.where, shrinks: true, paint: (cell: string) => paint('dim', cell) },
  ];
  return [...heading(view, words.moreFindings(all - shown)), ...renderGrid(columns, rows, { width, color: context.color, indent: 2 })];
}

function listedPlace(finding: Finding): string {
  return isLive(finding) ? shortId(finding.resource.id) : whereText(finding);
}

/** Of code; what is live waits for the cloud, not for an apply. */
function undecided(view: TableView): readonly string[] {
  const { report, words, paint, width, context } = view;
  const rows: string[][] = [];
  let count = 0;
  for (const finding of findingsOf(report.findings, ({ status }) => status === 'unknown')) {
    if (finding.suppressed !== null || isLive(finding)) continue;
    count += 1;
    if (count > LIST_ROWS) continue;
    const reason = finding.evidence.find((piece) => piece.reason !== null)?.reason;
    rows.push([finding.origin.address, finding.checkId, reason ?? finding.message[context.language]]);
  }
  if (count === 0) return [];
  const columns = [
    { title: words.columns.resource, shrinks: true },
    { title: words.columns.check, shrinks: true },
    { title: words.columns.reason, shrinks: true, paint: (cell: string) => paint('dim', cell) },
  ];
  return [
    ...heading(view, words.undecided(count)),
    ...renderGrid(columns, rows, { width, color: context.color, indent: 2 }),
    ...(count > LIST_ROWS ? [paint('dim', `  ${words.moreDiagnostics(count - LIST_ROWS)}`)] : []),
  ];
}

function frameworks(view: TableView): readonly string[] {
  const { report, words, paint, width, context } = view;
  // A framework of which nothing was judged (other checks were selected) says nothing.
  const judged = report.frameworks.filter(({ passing, failing, undecided }) => passing + failing + undecided > 0);
  // Of a comparison the frameworks are not the question.
  if (judged.length === 0 || report.diff) return [];
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
  if (report.summary.suppressed === 0) return [];
  const rows: string[][] = [];
  let count = 0;
  let decided = 0;
  for (const { checkId, origin, suppressed: one } of report.findings) {
    if (one === null) continue;
    count += 1;
    // What was there when the baseline was written is a number; what somebody decided is a list.
    if (one.by === 'baseline') continue;
    decided += 1;
    if (decided > LIST_ROWS) continue;
    const until = one.expires ? words.until(one.expires) : words.noExpiry;
    rows.push([origin.address, checkId, words.suppressedBy[one.by], until, [one.owner, one.reason].filter((part) => part).join(': ')]);
  }
  if (count === 0) return [];
  const columns = [
    { title: words.columns.resource, shrinks: true },
    { title: words.columns.check, shrinks: true },
    { title: words.columns.by },
    { title: words.columns.expires },
    { title: words.columns.reason, shrinks: true, paint: (cell: string) => paint('dim', cell) },
  ];
  return [
    ...heading(view, words.suppressedTitle(count)),
    ...(rows.length > 0 ? renderGrid(columns, rows, { width, color: context.color, indent: 2 }) : []),
    ...(decided > LIST_ROWS ? [paint('dim', `  ${words.moreDiagnostics(decided - LIST_ROWS)}`)] : []),
    ...(count > decided ? [paint('dim', `  ${words.inBaseline(count - decided)}`)] : []),
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

function nextSteps({ first, shown, count }: Open, view: TableView): readonly string[] {
  const { words, paint, context, width, report } = view;
  const scan = `kumomori scan ${targetPaths(report)
    .map((path) => shellWord(plain(path)))
    .join(' ')}`;
  const steps: (readonly [string, string])[] = [];
  if (first) steps.push([`kumomori explain ${first.checkId}`, words.explainStep]);
  if (shown < count) steps.push([`${scan} --limit 0`, words.allStep]);
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
