/** The box on top: what was looked at, a bar for each severity, the verdicts in one line. */
import { targetPaths } from './finding-view.ts';
import { severities } from '@kumomori/model';
import { SEVERITY_STYLES } from './table-finding.ts';
import type { TableView } from './table.ts';
import { pad, plain, textWidth, wrap } from './terminal/index.ts';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

export function summaryBox(view: TableView): readonly string[] {
  const { report, paint, width } = view;
  const inner = width - 4;
  const title = ` kumomori 雲守 ${plain(report.tool.version)} `;
  const body = [...scope(view, inner), '', ...bars(view, inner), '', ...verdicts(view, inner)];
  const edge = (text: string): string => paint('cyan', text);
  return [
    edge('╭─') + paint(['bold', 'cyan'], title) + edge(`${'─'.repeat(Math.max(0, width - textWidth(title) - 3))}╮`),
    ...body.map((line) => `${edge('│')} ${pad(line, inner)} ${edge('│')}`),
    edge(`╰${'─'.repeat(width - 2)}╯`),
  ];
}

function scope({ report, words, paint }: TableView, inner: number): readonly string[] {
  const { resources, checks } = report.summary;
  const seconds = ((Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000).toFixed(1);
  const targets = wrap(plain(targetPaths(report).join(', ')), inner);
  return [
    ...targets.slice(0, 2).map((line) => paint('bold', line)),
    paint('dim', [words.resources(resources), words.checks(checks), words.seconds(seconds)].join(' · ')),
  ];
}

function bars({ report, words, paint }: TableView, inner: number): readonly string[] {
  const counts = report.summary.bySeverity;
  const most = Math.max(1, ...severities.map((severity) => counts[severity]));
  const labelWidth = Math.max(...severities.map((severity) => textWidth(words.severity[severity])));
  const numberWidth = Math.max(3, String(most).length);
  const room = Math.min(inner - labelWidth - numberWidth - 4, 48);
  return severities.map((severity) => {
    const count = counts[severity];
    const style = count > 0 ? SEVERITY_STYLES[severity] : 'dim';
    const label = paint(style, pad(words.severity[severity], labelWidth));
    return `${label}  ${paint(count > 0 ? 'bold' : 'dim', pad(String(count), numberWidth, 'right'))}  ${paint(style, bar(count / most, room))}`;
  });
}

/** Any count above zero has a visible bar. */
function bar(share: number, room: number): string {
  if (share === 0) return '';
  const eighths = Math.max(1, Math.round(share * room * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}

function verdicts({ report, words, paint }: TableView, inner: number): readonly string[] {
  const { pass, fail, unknown, suppressed } = report.summary;
  const parts = [
    ['green', `✔ ${pass} ${words.passed}`],
    [fail > 0 ? 'red' : 'dim', `✖ ${fail} ${words.failed}`],
    [unknown > 0 ? 'yellow' : 'dim', `? ${unknown} ${words.unknown}`],
    ['dim', `⊘ ${suppressed} ${words.suppressed}`],
  ] as const;
  const line = parts.map(([style, text]) => paint(style, text)).join('   ');
  return textWidth(line) <= inner ? [line] : parts.map(([style, text]) => paint(style, text));
}
