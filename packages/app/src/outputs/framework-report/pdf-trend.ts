/** On paper: what changed since an earlier report. */
import type { ControlStatus, Language } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import type { PdfNode, PdfObject } from './pdf-nodes.ts';
import { CONTENT_WIDTH, headCell, ink, printable, statusInk, tableNode } from './pdf-nodes.ts';
import { columnText } from './pdf-text.ts';
import type { FrameworkReport } from './report.ts';
import { trendCounts, trendLines, trendSections } from './trend.ts';

interface TrendPaper {
  readonly report: FrameworkReport;
  readonly language: Language;
  readonly messages: Messages;
}

const TITLE_WIDTH = CONTENT_WIDTH - 64 - 180;

/** A page of its own; nothing without an earlier report. */
export function trendNodes({ report, language, messages }: TrendPaper, chapter: (text: string) => PdfObject): readonly PdfNode[] {
  const { trend } = report;
  if (trend === null) return [];
  const { reports: texts } = messages;
  const named = (status: ControlStatus): PdfObject => ({ text: texts.statuses[status], color: statusInk[status].text, bold: true });
  const counts = trendCounts(trend, report).map(([status, before, now, difference]) => [
    named(status),
    ...[String(before), String(now), difference].map((text) => ({ text, alignment: 'right' })),
  ]);
  const { columns, trend: words } = texts;
  const head = [
    headCell(columns.status),
    ...[words.before, words.now, words.difference].map((text) => ({ ...headCell(text), alignment: 'right' })),
  ];
  const sections = trendSections(trend, messages).flatMap(({ heading, changes }) => [
    { text: `${heading} (${changes.length})`, bold: true, fontSize: 11.5, margin: [0, 16, 0, 4] },
    tableNode(
      [64, TITLE_WIDTH, 180],
      changes.map(({ control, title, from, to }) => [
        { text: control, color: ink.dim },
        { text: columnText(printable(title[language]), { language, width: TITLE_WIDTH - 8, size: 9 }) },
        { text: [named(from), ' → ', named(to)] },
      ]),
      { head: false },
    ),
  ]);
  return [
    chapter(words.heading(trend.scannedAt.slice(0, 10))),
    ...trendLines(trend, report, messages).map((text) => ({ text, fontSize: 10, margin: [0, 0, 0, 4] })),
    { ...tableNode([160, 90, 90, 90], [head, ...counts]), margin: [0, 8, 0, 0] },
    ...sections,
    { text: '', pageBreak: 'after' },
  ];
}
