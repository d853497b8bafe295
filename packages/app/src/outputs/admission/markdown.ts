/** What admission policies would answer, for pull requests. */
import { messagesIn } from '../../i18n/index.ts';
import { inline, tableCode } from '../markdown-text.ts';
import { placeText } from '../place-text.ts';
import type { AdmissionFormat } from './report.ts';
import { byGravity, objectText, policyText } from './texts.ts';

const MAX_ROWS = 500;

export const markdown: AdmissionFormat = {
  name: 'markdown',
  render(report, { language }) {
    const { words } = messagesIn(language).admission;
    const { columns } = words;
    const entries = byGravity(report.entries);
    const rows = entries
      .slice(0, MAX_ROWS)
      .map((entry) =>
        [
          words.statuses[entry.status],
          inline(objectText(entry.object)),
          inline(entry.message[language]),
          inline(policyText(entry)),
          tableCode(placeText(entry.evidence)),
        ].join(' | '),
      );
    const head = [columns.answer, columns.object, columns.message, columns.policy, columns.where];
    const grid =
      rows.length === 0 ? [] : [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...rows.map((row) => `| ${row} |`), ''];
    const rest = entries.length - rows.length;
    const notes = report.diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ file, line, message }) => `- ${inline(`${placeText({ file, line })}: ${message}`)}`);
    return [`## ${words.title}`, '', words.summary(report.summary), '', ...grid, ...(rest > 0 ? [words.more(rest), ''] : []), ...notes, '']
      .join('\n')
      .replace(/\n+$/, '\n');
  },
};
