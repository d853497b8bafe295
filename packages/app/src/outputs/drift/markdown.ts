/** Drift as a comment or a job summary. */
import { severities } from '@kumomori/model';
import { messagesIn } from '../../i18n/index.ts';
import { code, htmlText, inline, tableCode } from '../markdown-text.ts';
import { messagesFor } from '../messages.ts';
import type { DriftEntry, DriftFormat, DriftOutputContext } from './report.ts';
import { placeText } from '../place-text.ts';
import { codeText, driftValue, headlines, matchText, subject } from './text.ts';

/** GitHub refuses comments over 65,536 characters. */
const MAX_CHARACTERS = 64_000;

export const markdown: DriftFormat = {
  name: 'markdown',
  render(report, context) {
    const messages = messagesIn(context.language);
    const { drift } = messages;
    const head = `<!-- kumomori drift -->\n### ☁️ kumomori: ${inline(drift.title(report.code, report.live))}\n\n${headlines(report, messages, context).map(inline).join('  \n')}\n`;
    if (report.drifts.length === 0) return `${head}\n${drift.words.nothing}\n`;
    const { columns } = drift;
    let text = `${head}\n| ${columns.kind} | ${columns.severity} | ${columns.resource} | ${columns.what} | ${columns.who} |\n|---|---|---|---|---|\n`;
    let shown = 0;
    for (const entry of report.drifts) {
      const row = tableRow(entry, context);
      if (text.length + row.length > MAX_CHARACTERS / 2) break;
      text += row;
      shown += 1;
    }
    if (shown < report.drifts.length) text += `\n${drift.words.moreNotCompared(report.drifts.length - shown)}\n`;
    for (const entry of report.drifts.slice(0, shown)) {
      const block = details(entry, context);
      if (text.length + block.length < MAX_CHARACTERS) text += block;
    }
    return text;
  },
};

function tableRow(entry: DriftEntry, { language }: DriftOutputContext): string {
  const { drift } = messagesIn(language);
  const severity = entry.severity === null || !severities.includes(entry.severity) ? '' : messagesFor(language).severity[entry.severity];
  const what =
    entry.attributes.length > 0 ? [...new Set(entry.attributes.map(({ path }) => path))].slice(0, 3).map(tableCode).join(', ') : '';
  const who = entry.change ? tableCode(entry.change.principal) : '';
  return `| ${drift.kinds[entry.kind]} | ${severity} | ${tableCode(subject(entry))} | ${what} | ${who} |\n`;
}

function details(entry: DriftEntry, context: DriftOutputContext): string {
  const messages = messagesIn(context.language);
  const { words, kinds } = messages.drift;
  const { adopt, edits, revert, importBlock } = entry.remedies;
  const rows = entry.attributes.map(
    (each) =>
      `| ${tableCode(each.path)} | ${tableCode(codeText(each, messages))} | ${tableCode(driftValue(each.live, messages))} | ${each.file === null ? '' : tableCode(placeText(each))} |`,
  );
  const matched = matchText(entry, messages);
  const parts = [
    [entry.id === null ? '' : code(entry.id), entry.file === null ? '' : code(placeText(entry)), inline(matched)]
      .filter((part) => part !== '')
      .join(' · '),
    ...(rows.length > 0
      ? [[`| ${words.path} | ${words.code} | ${words.live} | ${words.where} |`, '|---|---|---|---|', ...rows].join('\n')]
      : []),
    ...(entry.checks.length > 0
      ? [
          entry.checks
            .map(
              (check) =>
                `- **${words[check.direction]}** (${messagesFor(context.language).severity[check.severity]}): ${inline(check.message ?? check.title)} ${code(check.checkId)}`,
            )
            .join('\n'),
        ]
      : []),
    ...(entry.change ? [`**${words.who}**: ${code(entry.change.principal)} ${inline(entry.change.time)} ${code(entry.change.event)}`] : []),
    ...(edits.length > 0
      ? [
          `**${words.adopt}**:\n\n${fenced('diff', edits.flatMap(({ file, line, before, after }) => [`@@ ${file}:${line}`, `-${before}`, `+${after}`]).join('\n'))}`,
        ]
      : []),
    ...(adopt.length > 0 ? [`**${words.adopt}**: ${adopt.map(inline).join('; ')}`] : []),
    ...(revert.length > 0 ? [`**${words.revert}**: ${revert.map(inline).join('; ')}`] : []),
    ...(importBlock === null ? [] : [`**${words.importBlock}**:\n\n${fenced('hcl', importBlock)}`]),
    ...(entry.expected ? [inline(words.expected(entry.expected.owner, entry.expected.reason, entry.expected.expires))] : []),
  ];
  const summary = `${kinds[entry.kind]}: ${htmlText(subject(entry))}`;
  return `\n<details>\n<summary>${summary}</summary>\n\n${parts.filter((part) => part !== '').join('\n\n')}\n\n</details>\n`;
}

function fenced(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
