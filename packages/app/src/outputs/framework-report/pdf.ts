/** The report on paper: cover, one page for executives, contents, every control, and what has to be known about it all. */
import type { Language } from '@kumomori/model';
import pdfmake from 'pdfmake';
import { AppError } from '../../errors.ts';
import type { Messages } from '../../i18n/index.ts';
import { messagesIn } from '../../i18n/index.ts';
import { barSvg, donutSvg, statusColors } from './donut.ts';
import type { ContentsPlan } from './pdf-contents.ts';
import { contentsEntry, contentsNodes, planContents } from './pdf-contents.ts';
import { controlNodes } from './pdf-control.ts';
import { readFonts } from './pdf-fonts.ts';
import type { PdfNode, PdfObject } from './pdf-nodes.ts';
import { CONTENT_WIDTH, PAGE, headCell, ink, printable, severityInk, tableNode } from './pdf-nodes.ts';
import { columnText } from './pdf-text.ts';
import { trendNodes } from './pdf-trend.ts';
import type { FrameworkReport } from './report.ts';
import { controlStatuses, worstControls } from './report.ts';
import { aboutLines, frameworkName, percentText, scoreLines, statusText, targetLines } from './words.ts';

const FONT = 'Noto';
const WORST = 8;
const MAX_GROUPS = 14;
const MAX_GAPS = 40;
/** Longer names need smaller letters on the cover. */
const LONG_NAME: Readonly<Record<Language, number>> = { en: 44, ja: 24 };

/** Throws AppError `output-failed` when the fonts are missing. */
export async function frameworkPdf(report: FrameworkReport, language: Language): Promise<Uint8Array> {
  const messages = messagesIn(language);
  const fonts = readFonts();
  if (!fonts) throw new AppError('output-failed', { message: messages.reports.pdfMissing });
  pdfmake.virtualfs.writeFileSync('NotoSansJP-Regular.ttf', fonts.normal);
  pdfmake.virtualfs.writeFileSync('NotoSansJP-Bold.ttf', fonts.bold);
  const files = { normal: 'NotoSansJP-Regular.ttf', bold: 'NotoSansJP-Bold.ttf' };
  pdfmake.setFonts({ [FONT]: { ...files, italics: files.normal, bolditalics: files.bold } });
  // Everything is at hand: whatever a text of others may say, nothing is fetched or read.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  return pdfmake.createPdf(definitionOf({ report, language, messages })).getBuffer();
}

interface Paper {
  readonly report: FrameworkReport;
  readonly language: Language;
  readonly messages: Messages;
}

function definitionOf(paper: Paper): PdfObject {
  const { report, language, messages } = paper;
  const { reports: texts } = messages;
  const title = `${frameworkName(report, language)} ${report.framework.version}`;
  const plan = planContents(report, language);
  return {
    pageSize: 'A4',
    pageMargins: [PAGE.margin, 58, PAGE.margin, 52],
    language: language === 'ja' ? 'ja-JP' : 'en-US',
    info: { title: `${texts.heading}: ${title}`, creator: 'kumomori', producer: 'kumomori', creationDate: new Date(report.scannedAt) },
    defaultStyle: { font: FONT, fontSize: 9, lineHeight: 1.25, color: ink.text },
    background: (page: number) =>
      page === 1 ? { canvas: [{ type: 'rect', x: 0, y: 0, w: PAGE.width, h: 330, linearGradient: ['#343ca6', '#6f7df0'] }] } : null,
    header: (page: number) =>
      page === 1
        ? null
        : {
            margin: [PAGE.margin, 26, PAGE.margin, 0],
            columns: [
              { text: title, width: '*', color: ink.dim, fontSize: 8 },
              { text: texts.heading, width: 'auto', color: ink.dim, fontSize: 8 },
            ],
          },
    footer: (page: number, pages: number) =>
      page === 1
        ? null
        : {
            margin: [PAGE.margin, 14, PAGE.margin, 0],
            columns: [
              { text: texts.madeBy(report.tool.version), color: ink.dim, fontSize: 8 },
              { text: texts.page(page, pages), color: ink.dim, fontSize: 8, alignment: 'right' },
            ],
          },
    content: [
      ...cover(paper),
      ...executive(paper),
      ...trendNodes(paper, chapter),
      ...contentsNodes(plan, chapter(texts.contents)),
      ...controls(paper, plan),
      ...about(paper, plan),
    ],
  };
}

function cover({ report, language, messages }: Paper): readonly PdfNode[] {
  const { reports: texts } = messages;
  const name = frameworkName(report, language);
  const lines = [texts.scanned(report.scannedAt.slice(0, 10)), texts.resources(report.resources), texts.madeBy(report.tool.version)];
  return [
    { text: 'kumomori 雲守', color: ink.white, bold: true, fontSize: 13, margin: [0, 0, 0, 92] },
    { text: texts.heading, color: ink.white, fontSize: 12, margin: [0, 0, 0, 6] },
    {
      text: columnText(name, { language, width: CONTENT_WIDTH, size: 27 }),
      color: ink.white,
      bold: true,
      fontSize: name.length > LONG_NAME[language] ? 22 : 27,
      lineHeight: 1.2,
    },
    { text: texts.cover(report.framework.version), color: ink.white, fontSize: 13, margin: [0, 8, 0, 0] },
    { text: '', absolutePosition: { x: PAGE.margin, y: 350 } },
    {
      absolutePosition: { x: PAGE.margin, y: 380 },
      stack: [
        ...lines.map((line) => ({ text: line, fontSize: 11, margin: [0, 0, 0, 5] })),
        { text: texts.targets, color: ink.dim, fontSize: 9, margin: [0, 18, 0, 4] },
        ...targetLines(report, messages)
          .slice(0, 12)
          .map((line) => ({ text: printable(line, 120), fontSize: 10, margin: [0, 0, 0, 3] })),
      ],
    },
    { text: '', pageBreak: 'after' },
  ];
}

/** One page. */
function executive(paper: Paper): readonly PdfNode[] {
  const { report, language, messages } = paper;
  const { reports: texts } = messages;
  const [first = '', ...others] = scoreLines(report, messages);
  const { met, open } = report.answers;
  const notMet = report.answers['not-met'] + report.answers['in-progress'];
  const manual = report.counts.manual === 0 ? [] : [`${texts.manualState}: ${texts.answersOf(met, notMet, open)}`];
  const donut = donutSvg({ counts: report.counts, text: '', label: first, textColor: ink.text, font: FONT });
  return [
    chapter(texts.summary),
    {
      columns: [
        {
          width: 132,
          stack: [
            { svg: donut, width: 132 },
            { text: percentText(report), bold: true, fontSize: 21, lineHeight: 1, alignment: 'center', relativePosition: { x: 0, y: -82 } },
          ],
        },
        {
          width: '*',
          margin: [22, 24, 0, 0],
          stack: [
            { text: first, bold: true, fontSize: 15, lineHeight: 1.3 },
            ...[...others, ...manual].map((text) => ({ text, color: ink.dim, fontSize: 10, margin: [0, 4, 0, 0] })),
          ],
        },
      ],
      margin: [0, 0, 0, 14],
    },
    tally(paper),
    heading(texts.worst),
    worst(paper),
    ...(report.groups.length < 2
      ? []
      : [
          heading(texts.byGroup),
          tableNode(
            [210, CONTENT_WIDTH - 260, 50],
            report.groups.slice(0, MAX_GROUPS).map(({ key, title, counts }) => [
              { text: `${key}  ${title[language]}`, fontSize: 8.5 },
              { svg: barSvg(counts, { width: CONTENT_WIDTH - 270, height: 8 }), margin: [0, 2.5, 0, 0] },
              { text: `${counts.pass} / ${counts.pass + counts.fail + counts.unknown}`, alignment: 'right', color: ink.dim, fontSize: 8.5 },
            ]),
            { head: false },
          ),
        ]),
    { text: '', pageBreak: 'after' },
  ];
}

function tally({ report, messages: { reports: texts } }: Paper): PdfObject {
  const width = CONTENT_WIDTH / controlStatuses.length;
  return {
    columns: controlStatuses.map((status) => ({
      width,
      columns: [
        { width: 3, canvas: [{ type: 'rect', x: 0, y: 2, w: 3, h: 32, color: statusColors[status] }] },
        {
          width: '*',
          margin: [8, 0, 4, 0],
          stack: [
            { text: String(report.counts[status]), bold: true, fontSize: 16, lineHeight: 1.1 },
            { text: texts.statuses[status], color: ink.dim, fontSize: 8.5 },
          ],
        },
      ],
    })),
  };
}

function worst({ report, language, messages }: Paper): PdfObject {
  const { reports: texts } = messages;
  const list = worstControls(report, WORST);
  if (list.length === 0) return { text: texts.noFailures };
  const { columns } = texts;
  return tableNode(
    [64, CONTENT_WIDTH - 204, 80, 60],
    [
      [...[columns.control, columns.title, columns.severity].map(headCell), { ...headCell(columns.failing), alignment: 'right' }],
      ...list.map((control) => [
        { text: control.control, bold: true },
        printable(control.title[language] + (control.isAccepted ? ` (${statusText(control, messages)})` : ''), 160),
        control.severity === null ? '' : { text: texts.severities[control.severity], color: severityInk[control.severity], bold: true },
        { text: String(control.counts.fail), alignment: 'right' },
      ]),
    ],
  );
}

function* controls({ report, language, messages }: Paper, plan: ContentsPlan): Generator<PdfNode> {
  const titles = new Map(report.groups.map(({ key, title }) => [key, title[language]]));
  for (const [index, control] of report.controls.entries()) {
    const { group } = control;
    const opens = group !== null && group !== report.controls[index - 1]?.group;
    const chapterNode = {
      text: `${group ?? ''}  ${titles.get(group ?? '') ?? ''}`,
      bold: true,
      fontSize: 15,
      color: ink.accent,
      margin: [0, index === 0 ? 0 : 10, 0, 8],
      outline: true,
      ...contentsEntry(plan.chapters.get(group ?? '') ?? null),
    };
    yield* controlNodes(control, {
      language,
      messages,
      contentsPart: plan.controls.get(control.control) ?? null,
      chapter: opens ? chapterNode : null,
    });
  }
}

function about({ report, language, messages }: Paper, plan: ContentsPlan): readonly PdfNode[] {
  const { reports: texts } = messages;
  const gaps = report.gaps.slice(0, MAX_GAPS).map((gap) => ({ text: printable(gap, 200), margin: [0, 0, 0, 3], fontSize: 8.5 }));
  return [
    {
      text: texts.about,
      bold: true,
      fontSize: 15,
      color: ink.accent,
      margin: [0, 0, 0, 8],
      pageBreak: 'before',
      outline: true,
      ...contentsEntry(plan.last),
    },
    ...aboutLines(report, language, messages).map((text) => ({ text, margin: [0, 0, 0, 5] })),
    tableNode(
      [110, CONTENT_WIDTH - 110],
      controlStatuses.map((status) => [{ text: texts.statuses[status], bold: true }, texts.statusNotes[status]]),
      { head: false },
    ),
    heading(texts.targets),
    ...targetLines(report, messages).map((text) => ({ text: printable(text), margin: [0, 0, 0, 3] })),
    ...(gaps.length === 0 ? [] : [heading(`${texts.gapsHeading} (${report.gaps.length})`), ...gaps]),
  ];
}

function chapter(text: string): PdfObject {
  return { text, bold: true, fontSize: 17, color: ink.accent, margin: [0, 0, 0, 12] };
}

function heading(text: string): PdfObject {
  return { text, bold: true, fontSize: 11.5, margin: [0, 20, 0, 5] };
}
