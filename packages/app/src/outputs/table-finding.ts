/** One finding in full: badge, message, code frame, where the value came from, how to fix it. */
import type { Evidence, Finding, Severity } from '@kumomori/model';
import type { CodeFrame, FrameLine } from './code-frame.ts';
import { codeFrame } from './code-frame.ts';
import {
  decidingEvidence,
  fixPlace,
  isLive,
  otherInstances,
  placeOf,
  placeText,
  provenanceChain,
  valueText,
  whereText,
} from './finding-view.ts';
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
  const frame = codeFrame(finding, context.linesOf);
  const place = whereText(finding);
  const beside = isLive(finding) ? liveScope(finding) : finding.origin.address;
  const head = `${INDENT}${paint('cyan', plain(place))} ${paint('dim', cut(plain(beside), Math.max(10, width - textWidth(place) - 5)))}`;
  if (!frame) return [head];
  const gutter = Math.max(...frame.lines.map(({ number }) => String(number).length));
  return [head, ...frame.lines.flatMap((line) => sourceLines(line, { frame, finding, gutter, view })), ''];
}

function liveScope({ resource }: Finding): string {
  return [resource.account, resource.region].filter((each) => each !== null).join(' ');
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
  if (chain.length > 0) facts.push([words.setBy, chain.join(' → ')]);
  facts.push([words.fix, finding.fix.summary[context.language]]);
  if (fix) facts.push([words.change, placeText(fix)]);
  if (isLive(finding)) facts.push([words.answer, placeText(placeOf(finding))]);
  if (others.length > 0) facts.push([words.also, `${words.moreInstances(others.length)}: ${instanceNames(others)}`]);
  facts.push([words.check, finding.checkId]);
  const labelWidth = Math.max(...facts.map(([label]) => textWidth(label)));
  return facts.flatMap(([label, text]) =>
    wrap(plain(text), width - labelWidth - 5).map(
      (line, index) =>
        `${INDENT}${paint('dim', pad(index === 0 ? label : '', labelWidth))}  ${label === words.check ? paint('dim', line) : line}`,
    ),
  );
}

function instanceNames(instances: Finding['instances']): string {
  const names = instances.slice(0, SHOWN_INSTANCES).map(({ address }) => address);
  return instances.length > SHOWN_INSTANCES ? `${names.join(', ')}, …` : names.join(', ');
}
