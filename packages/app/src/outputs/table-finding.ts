/** One finding in full: badge, message, code frame, where the value came from, how to fix it. */
import type { Evidence, Finding, Severity } from '@kumomori/model';
import type { CodeFrame, FrameLine } from './code-frame.ts';
import { codeFrame } from './code-frame.ts';
import {
  contextOf,
  decidingEvidence,
  fixPlace,
  isLive,
  otherInstances,
  placeText,
  provenanceChain,
  valueText,
  whereText,
} from './finding-view.ts';
import { answerOf, fixText, liveScope } from './live-view.ts';
import type { TableView } from './table.ts';
import type { Style } from './terminal/index.ts';
import { cut, pad, plain, textWidth, wrap } from './terminal/index.ts';

export const SEVERITY_STYLES: Readonly<Record<Severity, readonly Style[]>> = {
  critical: ['bold', 'magenta'],
  high: ['bold', 'red'],
  medium: ['yellow'],
  low: ['blue'],
  info: ['gray'],
};

const INDENT = '   ';
const SHOWN_INSTANCES = 3;

export function findingLines(finding: Finding, number: number, view: TableView): readonly string[] {
  const { paint, words, width, context } = view;
  const badge = paint([...SEVERITY_STYLES[finding.severity], 'inverse'], ` ${words.severity[finding.severity].toUpperCase()} `);
  const lead = `${String(number).padStart(2)} ${badge} `;
  const [first = '', ...rest] = wrap(plain(finding.message[context.language]), width - textWidth(lead));
  return [
    lead + paint('bold', first),
    ...rest.map((line) => ' '.repeat(textWidth(lead)) + paint('bold', line)),
    '',
    ...frameLines(finding, view),
    ...factLines(finding, view),
  ];
}

function frameLines(finding: Finding, view: TableView): readonly string[] {
  const { paint, width, context } = view;
  if (isLive(finding)) return liveHead(finding, view);
  const frame = codeFrame(finding, context.linesOf);
  const place = whereText(finding);
  const beside = finding.origin.address;
  const head = `${INDENT}${paint('cyan', plain(place))} ${paint('dim', cut(plain(beside), Math.max(10, width - textWidth(place) - 5)))}`;
  if (!frame) return [head];
  const gutter = Math.max(...frame.lines.map(({ number }) => String(number).length));
  return [head, ...frame.lines.flatMap((line) => sourceLines(line, { frame, finding, gutter, view })), ''];
}

/** Nobody may have to guess the end of an id: what does not fit into one line takes more. */
function liveHead(finding: Finding, { paint, width }: TableView): readonly string[] {
  const room = width - INDENT.length;
  const id = wrap(plain(finding.resource.id), room);
  const scope = cut(plain(liveScope(finding)), room);
  const fits = id.length === 1 && textWidth(id[0] ?? '') + textWidth(scope) + 2 <= room;
  if (fits) return [`${INDENT}${paint('cyan', id[0] ?? '')}  ${paint('dim', scope)}`.trimEnd()];
  return [...id.map((line) => INDENT + paint('cyan', line)), ...(scope === '' ? [] : [INDENT + paint('dim', scope)])];
}

interface FrameView {
  readonly frame: CodeFrame;
  readonly finding: Finding;
  readonly gutter: number;
  readonly view: TableView;
}

function sourceLines(line: FrameLine, { frame, finding, gutter, view }: FrameView): readonly string[] {
  const { paint, width } = view;
  const room = width - gutter - 8;
  const text = cut(plain(line.text), room);
  const number = pad(String(line.number), gutter, 'right');
  if (line.to === 0) return [`${INDENT}  ${paint('dim', `${number} │ ${text}`)}`];
  const style = SEVERITY_STYLES[finding.severity];
  const before = textWidth(plain(line.text.slice(0, line.from)));
  const marked = Math.max(1, Math.min(textWidth(plain(line.text.slice(line.from, line.to))), room - before));
  const isOneLine = frame.lines.filter(({ to }) => to > 0).length === 1;
  const source = `${INDENT}${paint(style, '❯')} ${paint('bold', number)} ${paint('dim', '│')} ${isOneLine ? text : paint(style, text)}`;
  const under = `${' '.repeat(before)}${(frame.absent ? '┄' : '━').repeat(marked)}`;
  const blank = `${INDENT}  ${' '.repeat(gutter)} ${paint('dim', '│')} `;
  const isLast = frame.lines.findLast(({ to }) => to > 0) === line;
  // A value over several lines is marked by the arrows; a line under each would tear it apart.
  return [
    source,
    ...(isOneLine ? [blank + paint(style, under)] : []),
    ...(isLast ? noteLines(frame, view, room).map((note) => blank + paint(style, note)) : []),
  ];
}

/** What the underlined text means: attribute and value, or that it is absent. */
function noteLines({ evidence }: CodeFrame, { words }: TableView, room: number): readonly string[] {
  if (!evidence) return [];
  return wrap(plain(noteText(evidence, words)), room).slice(0, 3);
}

function noteText({ path, state, value, reason }: Evidence, words: TableView['words']): string {
  switch (state) {
    case 'absent':
      return words.absentNote(path);
    case 'default':
      return words.defaultNote(path, valueText(value));
    case 'explicit':
      return value === null ? path : `${path} = ${cut(valueText(value), 160)}`;
    case 'redacted':
      return `${path}: ${words.state.redacted}`;
    case 'unresolved':
      return `${path}: ${words.state.unresolved}${reason === null ? '' : ` (${reason})`}`;
  }
}

/** Label and text in two columns: origin of the value, fix, other instances, the check. */
function factLines(finding: Finding, view: TableView): readonly string[] {
  const { words, paint, width, context } = view;
  const evidence = decidingEvidence(finding);
  const chain = evidence ? provenanceChain(evidence, finding.origin.address) : [];
  const fix = fixPlace(finding);
  const others = otherInstances(finding);
  const facts: (readonly [string, string])[] = [];
  facts.push([words.expected, finding.title[context.language]]);
  const reasons = contextOf(finding, context.language);
  if (reasons.length > 0) facts.push([words.context, reasons.join('; ')]);
  if (chain.length > 0) facts.push([words.setBy, chain.join(' → ')]);
  const { text, cli } = fixText(finding, context);
  facts.push([words.fix, text]);
  if (fix) facts.push([words.change, placeText(fix)]);
  const answer = answerOf(finding, context);
  if (answer?.call) facts.push([words.answer, [answer.call, answer.at].filter((part) => part !== null).join('  ')]);
  if (answer) facts.push([answer.call === null ? words.answer : '', answer.place]);
  if (others.length > 0) facts.push([words.also, `${words.moreInstances(others.length)}: ${instanceNames(others)}`]);
  facts.push([words.check, finding.checkId]);
  const labelWidth = Math.max(...facts.map(([label]) => textWidth(label)));
  const room = width - labelWidth - 5;
  return facts.flatMap(([label, text]) => {
    const lines = [...wrap(plain(text), room), ...(label === words.fix && cli !== null ? commandLines(cli, room) : [])];
    return lines.map(
      (line, index) =>
        `${INDENT}${paint('dim', pad(index === 0 ? label : '', labelWidth))}  ${label === words.check ? paint('dim', line) : line}`,
    );
  });
}

/** What is wrapped can still be pasted into a shell; inside of single quotes it cannot be broken so. */
function commandLines(cli: string, room: number): readonly string[] {
  return cli
    .trimEnd()
    .split('\n')
    .flatMap((written) => {
      const [command = '', note] = written.split(/\s+# /);
      const lines = wrap(plain(command), room - 2);
      const joined = command.includes("'") ? lines : lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : line));
      return [...(note === undefined ? [] : wrap(`# ${plain(note)}`, room)), ...joined];
    });
}

function instanceNames(instances: Finding['instances']): string {
  const names = instances.slice(0, SHOWN_INSTANCES).map(({ address }) => address);
  return instances.length > SHOWN_INSTANCES ? `${names.join(', ')}, …` : names.join(', ');
}
