/** Attack paths for a terminal. */
import { messagesIn } from '../../i18n/index.ts';
import { messagesFor } from '../messages.ts';
import { painter, plain, renderGrid, wrap } from '../terminal/index.ts';
import { placeText } from '../place-text.ts';
import type { ExposureEntry, PathEntry, PathFix, PathsDiff, PathsFormat, PathsOutputContext, PathsReport } from './report.ts';
import { edgeText, evidenceText, nodeText, portsText, reasonsText, severitiesText } from './text.ts';

const MAX_FIXES = 5;
const MAX_EXPOSED = 20;

export const table: PathsFormat = {
  name: 'table',
  render(report, context) {
    const messages = messagesIn(context.language);
    const { words } = messages.paths;
    const shown = context.limit === 0 ? report.paths : report.paths.slice(0, context.limit);
    const rest = report.paths.length - shown.length;
    const lines = [
      ...(report.paths.length === 0 ? [words.none, words.noneNote, ''] : []),
      ...shown.flatMap((path) => [...pathLines(path, report.paths.length, context), '']),
      ...(rest > 0 ? [words.more(rest), ''] : []),
      ...fixLines(report, context),
      ...exposureLines(report.exposure, context),
      ...report.diagnostics
        .filter(({ severity }) => severity !== 'info')
        .map(({ file, line, message }) => plain(`${placeText({ file, line })}: ${message}`)),
      summaryText(report, context),
      words.exposed(report.summary.exposed, report.summary.exposureUnknown),
      ...(report.summary.unreadGrants > 0 ? [words.unread(report.summary.unreadGrants)] : []),
    ];
    return `${lines.join('\n')}\n`;
  },
  renderDiff(diff, context) {
    return `${diffLines(diff, context).join('\n')}\n`;
  },
};

function summaryText({ summary }: PathsReport, context: PathsOutputContext): string {
  const { words } = messagesIn(context.language).paths;
  const counts = severitiesText(summary.bySeverity, context);
  return `${words.found(summary.paths, summary.resources, summary.principals)}${counts === '' ? '' : ` (${counts})`}`;
}

function pathLines(path: PathEntry, all: number, context: PathsOutputContext): readonly string[] {
  const messages = messagesIn(context.language);
  const { words } = messages.paths;
  const paint = painter(context.color);
  const word = messagesFor(context.language).severity[path.severity];
  const tone = path.severity === 'critical' || path.severity === 'high' ? (['bold', 'red'] as const) : (['bold', 'yellow'] as const);
  const wrapped = (indent: string, text: string): readonly string[] =>
    wrap(plain(text), Math.max(40, context.width - indent.length)).map((line) => indent + line);
  const linesOf = (way: PathEntry['steps']): readonly string[] =>
    way.flatMap((step, index) => [
      `  ${index + 1}. ${plain(nodeText(step.from, messages))}`,
      `     ${paint('cyan', `─ ${edgeText(step.edge, messages)} →`)} ${plain(nodeText(step.to, messages))}`,
      ...wrapped('       ', step.because).map((line) => paint('dim', line)),
      ...step.requires.flatMap((each) => wrapped('       ', `+ ${words.requires}: ${each}`)),
      ...(step.condition === null ? [] : wrapped('       ', `? ${words.condition}: ${step.condition}`)),
      ...(step.evidence.length === 0 ? [] : wrapped('       ', evidenceText(step.evidence)).map((line) => paint('dim', line))),
    ]);
  return [
    `${paint(tone, word)}  ${plain(path.title)}  ${paint('dim', `${words.score(path.score)} · ${path.id}`)}`,
    ...linesOf(path.steps),
    ...(path.sideFacts.length === 0 ? [] : [`  ${words.sideFacts}:`]),
    ...path.sideFacts.flatMap(({ text, evidence }) =>
      wrapped('    ', `- ${text}${evidence.length === 0 ? '' : ` (${evidenceText(evidence)})`}`),
    ),
    ...(path.fixes.length === 0 ? [] : [`  ${words.fixes}:`]),
    ...path.fixes.slice(0, MAX_FIXES).flatMap((fix) => wrapped('    ', fixText(fix, all, context))),
    ...(path.alternatives === 0 ? [] : [`  ${words.alternatives(path.alternatives, path.fixes.length)}`]),
    ...(path.otherWays ?? []).flatMap((way, index) => [`  ${words.otherWay(index + 2)}:`, ...linesOf(way)]),
    ...(path.alsoFrom.length === 0 ? [] : wrapped('  ', words.alsoFrom(path.alsoFrom))),
    ...(path.alsoReaches.length === 0 ? [] : wrapped('  ', words.alsoReaches(path.alsoReaches))),
  ];
}

function fixText({ summary, breaksPaths, evidence }: PathFix, all: number, context: PathsOutputContext): string {
  const { words } = messagesIn(context.language).paths;
  return `- ${summary} (${words.closes(breaksPaths, all)})${evidence.length === 0 ? '' : `  ${evidenceText(evidence)}`}`;
}

function fixLines({ fixes, paths }: PathsReport, context: PathsOutputContext): readonly string[] {
  const { words } = messagesIn(context.language).paths;
  if (fixes.length === 0 || paths.length < 2) return [];
  const lines = fixes
    .slice(0, MAX_FIXES)
    .flatMap((fix) => wrap(plain(fixText(fix, paths.length, context)), Math.max(40, context.width - 2)));
  return [painter(context.color)('bold', words.bestFixes), ...lines.map((line) => `  ${line}`), ''];
}

function exposureLines(exposure: readonly ExposureEntry[], context: PathsOutputContext): readonly string[] {
  const messages = messagesIn(context.language);
  const { words } = messages.paths;
  const open = exposure.filter(({ reachable }) => reachable !== false);
  if (open.length === 0) return [];
  const rows = open
    .slice(0, MAX_EXPOSED)
    .map((each) => [
      each.node,
      each.reachable === 'unknown' ? words.undecided : portsText(each.ports, messages),
      reasonsText(each, messages),
    ]);
  const columns = [
    { title: words.resource, shrinks: true },
    { title: words.ports, shrinks: true },
    { title: words.because, shrinks: true },
  ];
  return [
    painter(context.color)('bold', words.exposure),
    ...renderGrid(columns, rows, { width: context.width, color: context.color, indent: 2 }),
    ...(open.length > rows.length ? [`  ${words.more(open.length - rows.length)}`] : []),
    '',
  ];
}

function diffLines(diff: PathsDiff, context: PathsOutputContext): readonly string[] {
  const { diff: texts } = messagesIn(context.language).paths;
  const paint = painter(context.color);
  const listed = (title: string, sign: string, paths: readonly PathEntry[]): readonly string[] =>
    paths.length === 0
      ? []
      : [
          paint(['bold', sign === '+' ? 'red' : 'green'], title),
          ...paths.flatMap((path) => [...pathLines(path, paths.length, context), '']),
        ];
  const exposed = (title: string, entries: readonly ExposureEntry[]): readonly string[] =>
    entries.length === 0
      ? []
      : [title, ...entries.map(({ node, ports }) => plain(`  ${node}  ${portsText(ports, messagesIn(context.language))}`)), ''];
  return [
    texts.title,
    '',
    ...(diff.opened.length + diff.closed.length + diff.exposed.length + diff.noLongerExposed.length === 0 ? [texts.nothing] : []),
    ...listed(texts.opened(diff.opened.length), '+', diff.opened),
    ...listed(texts.closed(diff.closed.length), '-', diff.closed),
    ...exposed(texts.exposed, diff.exposed),
    ...exposed(texts.noLongerExposed, diff.noLongerExposed),
    texts.kept(diff.kept),
  ];
}
