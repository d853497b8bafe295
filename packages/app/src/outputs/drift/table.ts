/** Drift for a terminal. */
import { messagesIn } from '../../i18n/index.ts';
import { messagesFor } from '../messages.ts';
import { painter, plain, wrap } from '../terminal/index.ts';
import type { DriftEntry, DriftFormat, DriftOutputContext, NotComparedEntry } from './report.ts';
import { placeText } from '../place-text.ts';
import { codeText, driftValue, headlines, matchText, subject } from './text.ts';

export const table: DriftFormat = {
  name: 'table',
  render(report, context) {
    const messages = messagesIn(context.language);
    const { drift } = messages;
    const shown = context.limit === 0 ? report.drifts : report.drifts.slice(0, context.limit);
    const rest = report.drifts.length - shown.length;
    const whole = report.notCompared.filter(({ path }) => path === null);
    const groups = [...Map.groupBy(whole, ({ detail }) => detail)].toSorted(([, one], [, other]) => other.length - one.length);
    const lines = [
      plain(drift.title(report.code, report.live)),
      '',
      ...(report.drifts.length === 0 ? [drift.words.nothing, ''] : []),
      ...shown.flatMap((entry) => [...entryLines(entry, context), '']),
      ...(rest > 0 ? [drift.words.more(rest), ''] : []),
      ...(whole.length > 0 ? [`${drift.notCompared}:`] : []),
      ...groups.slice(0, MAX_NOT_COMPARED).map(([detail, entries]) => plain(`  ${named(entries)}: ${detail}`)),
      ...(groups.length > MAX_NOT_COMPARED ? [`  ${drift.words.moreNotCompared(groups.length - MAX_NOT_COMPARED)}`] : []),
      ...(whole.length > 0 ? [''] : []),
      ...report.diagnostics
        .filter(({ severity }) => severity !== 'info')
        .map(({ file, line, message }) => plain(`${placeText({ file, line })}: ${message}`)),
      ...headlines(report, messages, context),
    ];
    return `${lines.join('\n')}\n`;
  },
};

const MAX_NOT_COMPARED = 20;
const MAX_NAMES = 3;

function named(entries: readonly NotComparedEntry[]): string {
  const names = entries.slice(0, MAX_NAMES).map(({ address }) => address);
  return `${names.join(', ')}${entries.length > MAX_NAMES ? ` +${entries.length - MAX_NAMES}` : ''}`;
}

const MAX_CHECKS = 5;
const MAX_ATTRIBUTES = 12;

function entryLines(entry: DriftEntry, context: DriftOutputContext): readonly string[] {
  const messages = messagesIn(context.language);
  const { words, kinds } = messages.drift;
  const paint = painter(context.color);
  const severity = entry.severity === null ? '' : ` ${messagesFor(context.language).severity[entry.severity]}`;
  const head = `${kinds[entry.kind]}${severity}`;
  const other = entry.address !== null && entry.id !== null ? `  ${entry.id}` : '';
  const where = entry.file === null ? '' : `  ${placeText(entry)}`;
  const matched = matchText(entry, messages);
  return [
    `${paint(entry.severity === null ? 'bold' : ['bold', 'red'], head)}  ${plain(subject(entry))}`,
    ...(other + where + matched === ''
      ? []
      : [
          paint(
            'dim',
            plain(
              `  ${[entry.id !== null && entry.address !== null ? entry.id : '', entry.file === null ? '' : placeText(entry), matched].filter((part) => part !== '').join(' · ')}`,
            ),
          ),
        ]),
    ...entry.attributes
      .slice(0, MAX_ATTRIBUTES)
      .flatMap((each) => [
        plain(`  ${each.path}  ${each.file === null ? '' : `(${placeText(each)})`}`),
        plain(`    ${words.code}: ${codeText(each, messages)}`),
        plain(`    ${words.live}: ${driftValue(each.live, messages)}`),
      ]),
    ...(entry.attributes.length > MAX_ATTRIBUTES ? [`  … +${entry.attributes.length - MAX_ATTRIBUTES}`] : []),
    ...entry.checks
      .slice(0, MAX_CHECKS)
      .map((check) =>
        paint(
          check.direction === 'worse' ? 'red' : 'green',
          plain(`  ${words[check.direction]}: ${check.checkId} (${messagesFor(context.language).severity[check.severity]})`),
        ),
      ),
    ...(entry.checks.length > MAX_CHECKS ? [`  … +${entry.checks.length - MAX_CHECKS}`] : []),
    ...(entry.change ? [plain(`  ${words.who}: ${words.by(entry.change.principal, entry.change.time, entry.change.event)}`)] : []),
    ...remedyLines(entry, context),
    ...(entry.expected ? [plain(`  ${words.expected(entry.expected.owner, entry.expected.reason, entry.expected.expires)}`)] : []),
  ];
}

function remedyLines({ remedies }: DriftEntry, { language, width }: DriftOutputContext): readonly string[] {
  const { words } = messagesIn(language).drift;
  const { adopt, edits, revert, importBlock } = remedies;
  const wrapped = (line: string): readonly string[] => wrap(plain(line), Math.max(40, width - 4));
  const changes = edits.flatMap(({ file, line, before, after }) => [`${file}:${line}`, `- ${before}`, `+ ${after}`].map(plain));
  const block = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`  ${title}:`, ...lines.map((line) => `    ${line}`)];
  return [
    ...block(words.adopt, [...changes, ...adopt.flatMap(wrapped)]),
    ...block(words.revert, revert.flatMap(wrapped)),
    ...block(words.importBlock, importBlock?.split('\n').map(plain) ?? []),
  ];
}
