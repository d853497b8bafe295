/** What admission policies would answer, for a terminal. */
import { messagesIn } from '../../i18n/index.ts';
import { placeText } from '../place-text.ts';
import type { Style } from '../terminal/index.ts';
import { painter, plain, wrap } from '../terminal/index.ts';
import type { AdmissionEntry, AdmissionFormat, AdmissionOutputContext } from './report.ts';
import { byGravity, objectText, policyText } from './texts.ts';

const STYLES: Readonly<Record<AdmissionEntry['status'], readonly Style[]>> = {
  denied: ['bold', 'red'],
  unbound: ['bold', 'magenta'],
  warned: ['bold', 'yellow'],
  audited: ['bold', 'cyan'],
  unknown: ['bold', 'gray'],
};

export const table: AdmissionFormat = {
  name: 'table',
  render(report, context) {
    const { words } = messagesIn(context.language).admission;
    const idle = report.policies.filter(({ isIdle }) => isIdle).map(({ name }) => name);
    const unbound = report.policies.filter(({ bindings }) => bindings.length === 0).map(({ name }) => name);
    const notes = [
      ...report.diagnostics
        .filter(({ severity }) => severity !== 'info')
        .map(({ severity, file, line, message }) => `${severity === 'error' ? '✖' : '!'} ${placeText({ file, line })}: ${message}`),
      ...(idle.length > 0 ? [`! ${words.idle(idle)}`] : []),
      ...(unbound.length > 0 ? [`! ${words.unbound(unbound)}`] : []),
    ];
    const lines = [
      ...byGravity(report.entries).flatMap((entry) => [...entryLines(entry, context), '']),
      ...notes.flatMap((note) => wrap(plain(note), context.width)),
      ...(notes.length > 0 ? [''] : []),
      words.summary(report.summary),
    ];
    return `${lines.join('\n')}\n`;
  },
};

function entryLines(entry: AdmissionEntry, { language, color, width }: AdmissionOutputContext): readonly string[] {
  const { words } = messagesIn(language).admission;
  const paint = painter(color);
  const indented = (text: string): readonly string[] => wrap(plain(text), Math.max(40, width - 2)).map((line) => `  ${line}`);
  const { expression } = entry;
  return [
    `${paint(STYLES[entry.status], words.statuses[entry.status])}  ${plain(objectText(entry.object))}  ${paint('dim', plain(placeText(entry.evidence)))}`,
    ...indented(entry.message[language]),
    ...indented(`${words.policy}: ${policyText(entry)}${expression ? `, ${placeText(expression)}` : ''}`).map((line) => paint('dim', line)),
  ];
}
