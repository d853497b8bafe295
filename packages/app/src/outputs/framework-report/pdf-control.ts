/** One control on paper. */
import type { Language } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import type { PdfNode, PdfObject } from './pdf-nodes.ts';
import { CONTENT_WIDTH, badge, headCell, ink, keptTogether, printable, severityInk, statusInk, tableNode } from './pdf-nodes.ts';
import { breakable, columnText, fits } from './pdf-text.ts';
import type { ReportedCheck, ReportedControl, ReportedResource } from './report.ts';
import { checksToShow, countsText, exceptionText, isJudged, questionText, stateText, statusText } from './words.ts';

/** More resources would bury the report; csv and xlsx hold all. */
const MAX_RESOURCES = 15;
/** Controls with no more than this stay on one page. */
const MAX_WHOLE = { checks: 6, resources: 5 } as const;
/** Of a longer control, what has to follow its title on the same page. */
const MAX_KEPT = { checks: 4, resources: 2 } as const;
/** Points, estimated: title, a row of either table, its head. */
const HEIGHTS = { title: 42, check: 30, resource: 42, head: 20 } as const;
/** Below a control. */
const GAP = 18;
const CHECK_WIDTHS = [CONTENT_WIDTH - 282, 46, 130, 106] as const;
const RESOURCE_WIDTHS = [126, 118, CONTENT_WIDTH - 350, 106] as const;

export interface PaperControl {
  readonly language: Language;
  readonly messages: Messages;
  /** Of the part of the contents it stands in; null: none. */
  readonly contentsPart: string | null;
  /** Title of the chapter that it opens. */
  readonly chapter: PdfObject | null;
}

/** Title, checks, resources, answer; neither a chapter's title nor its own ends a page. */
export function controlNodes(control: ReportedControl, paper: PaperControl): readonly PdfNode[] {
  const { checks, resources } = control;
  const chapter = paper.chapter === null ? [] : [paper.chapter];
  const title = titleNode(control, paper);
  const checksTable = checksNode(control, paper);
  const answer = answerNode(control, paper);
  const margin = [0, 0, 0, GAP];
  if (checks.length <= MAX_WHOLE.checks && resources.length <= MAX_WHOLE.resources) {
    return [{ unbreakable: true, margin, stack: [...chapter, title, ...checksTable, ...resourcesNode(control, paper), ...answer] }];
  }
  const shown = checksToShow(control, paper.messages).shown.length;
  const isShort = shown <= MAX_KEPT.checks;
  const needed =
    (chapter.length === 0 ? 0 : HEIGHTS.title) +
    HEIGHTS.title +
    HEIGHTS.head +
    Math.min(shown, MAX_KEPT.checks) * HEIGHTS.check +
    (isShort ? HEIGHTS.head + MAX_KEPT.resources * HEIGHTS.resource : 0);
  return [...keptTogether(needed), { margin, stack: [...chapter, title, ...checksTable, ...resourcesNode(control, paper), ...answer] }];
}

function titleNode(control: ReportedControl, { language, messages, contentsPart }: PaperControl): PdfObject {
  const title = printable(control.title[language], 220);
  const { fill } = statusInk[control.status];
  const hasResult = control.checks.some(({ state }) => isJudged(state));
  const name = {
    text: [
      { text: `${control.control}  `, color: ink.dim, bold: false },
      ...columnText(title, { language, width: CONTENT_WIDTH - 230, size: 10.5 }),
    ],
    bold: true,
    fontSize: 10.5,
    ...(contentsPart !== null && { tocItem: contentsPart, tocStyle: { bold: false, fontSize: 8 }, tocMargin: [8, -1.5, 0, -1.5] }),
  };
  return {
    margin: [0, 2, 0, 3],
    table: {
      widths: [CONTENT_WIDTH - 168, 140],
      body: [
        [
          { ...name, border: [true, false, false, false], borderColor: [statusInk[control.status].text, fill, fill, fill] },
          {
            border: [false, false, false, false],
            stack: [
              badge(control.status, statusText(control, messages)),
              ...(hasResult ? [{ text: countsText(control, messages), color: ink.dim, fontSize: 7.5, alignment: 'right' }] : []),
            ],
          },
        ],
      ],
    },
    layout: {
      fillColor: () => ink.soft,
      vLineWidth: (line: number) => (line === 0 ? 3 : 0),
      hLineWidth: () => 0,
      paddingLeft: (column: number) => (column === 0 ? 9 : 4),
      paddingRight: () => 7,
      paddingTop: () => 5,
      paddingBottom: () => 4,
    },
  };
}

function checksNode(control: ReportedControl, { language, messages }: PaperControl): readonly PdfNode[] {
  if (control.checks.length === 0) return [];
  const { reports: texts } = messages;
  const { shown, rest } = checksToShow(control, messages);
  const { columns } = texts;
  const row = (check: ReportedCheck): readonly PdfNode[] => {
    const { id, title, severity, state, counts } = check;
    return [
      {
        stack: [
          { text: columnText(title[language], { language, width: CHECK_WIDTHS[0] - 8, size: 9 }) },
          { text: id, color: ink.dim, fontSize: 7 },
        ],
      },
      { text: texts.severities[severity], color: severityInk[severity], bold: true, fontSize: 8.5 },
      { text: columnText(stateText(check, messages), { language, width: CHECK_WIDTHS[2] - 8, size: 8.5, most: 160 }), fontSize: 8.5 },
      {
        text: isJudged(state)
          ? columnText(texts.counts(counts.pass, counts.fail, counts.unknown), { language, width: CHECK_WIDTHS[3], size: 8.5 })
          : '',
        fontSize: 8.5,
      },
    ];
  };
  const left = rest === '' ? [] : [{ text: rest, color: ink.dim, fontSize: 8, margin: [0, 3, 0, 0] }];
  if (shown.length === 0) return left;
  return [
    tableNode(CHECK_WIDTHS, [[columns.check, columns.severity, columns.result, columns.resources].map(headCell), ...shown.map(row)]),
    ...left,
  ];
}

function resourcesNode({ resources }: ReportedControl, paper: PaperControl): readonly PdfNode[] {
  if (resources.length === 0) return [];
  const { columns, more } = paper.messages.reports;
  const rows = resources.slice(0, MAX_RESOURCES).map((resource) => resourceRow(resource, paper));
  const rest = resources.length - rows.length;
  return [
    {
      margin: [0, 3, 0, 0],
      ...tableNode(RESOURCE_WIDTHS, [[columns.resource, columns.place, columns.finding, columns.evidence].map(headCell), ...rows]),
    },
    ...(rest > 0 ? [{ text: more(rest), color: ink.dim, fontSize: 8, margin: [0, 3, 0, 0] }] : []),
  ];
}

function resourceRow(resource: ReportedResource, { language, messages }: PaperControl): readonly PdfNode[] {
  const { reports: texts } = messages;
  const { name, type, account, region, place, message, status, evidence, instances } = resource;
  const exception = exceptionText(resource, messages);
  const [nameWidth, placeWidth, messageWidth, evidenceWidth] = RESOURCE_WIDTHS;
  const small = { width: nameWidth - 8, size: 7 };
  const owner = [account, region].filter((each) => each !== null).join(' · ');
  const line = owner === '' ? type : `${type} · ${owner}`;
  const where = (fits(line, small) ? [line] : [type, owner]).map((each) => breakable(printable(each), small));
  return [
    {
      stack: [
        { text: breakable(printable(name, 120), { width: nameWidth - 8, size: 8 }), fontSize: 8 },
        ...where.map((text) => ({ text, color: ink.dim, fontSize: 7 })),
      ],
    },
    {
      stack: [
        { text: breakable(printable(place, 200), { width: placeWidth - 8, size: 7.5 }), fontSize: 7.5 },
        ...(instances > 0 ? [{ text: texts.instances(instances), color: ink.dim, fontSize: 7 }] : []),
      ],
    },
    {
      stack: [
        {
          text: [
            ...(status === 'unknown' ? [{ text: `${texts.statuses.unknown}: `, bold: true, color: statusInk.unknown.text }] : []),
            ...columnText(message[language], { language, width: messageWidth - 8, size: 8, most: 300 }),
          ],
          fontSize: 8,
        },
        ...(exception === ''
          ? []
          : [
              {
                text: columnText(exception, { language, width: messageWidth - 8, size: 7.5, most: 260 }),
                color: severityInk.medium,
                fontSize: 7.5,
              },
            ]),
      ],
    },
    { text: breakable(printable(evidence, 160), { width: evidenceWidth, size: 7.5 }), fontSize: 7.5, color: ink.dim },
  ];
}

function answerNode(control: ReportedControl, { language, messages }: PaperControl): readonly PdfNode[] {
  const { answer, status } = control;
  if (status !== 'manual' && answer === null) return [];
  const { reports: texts } = messages;
  const head = answer ? texts.answers[answer.status] : texts.question;
  const fields: readonly (readonly [string, string])[] = [
    [texts.fields.status, ''],
    [texts.fields.by, answer ? `${answer.by}, ${answer.date}` : ''],
    [texts.fields.evidence, answer?.evidence.join(', ') ?? ''],
    [texts.fields.note, answer?.note ?? ''],
  ];
  const rows = (answer ? fields.filter(([, value]) => value !== '') : fields).map(([name, value]) => [
    { text: name, color: ink.dim, fontSize: 8 },
    { text: printable(value), fontSize: 8.5 },
  ]);
  return [
    {
      unbreakable: true,
      margin: [12, 3, 0, 0],
      stack: [
        { text: head, bold: true, fontSize: 8.5 },
        ...(status === 'manual' ? [{ text: questionText(control, language, messages), fontSize: 9, margin: [0, 1, 0, 2] }] : []),
        tableNode([80, CONTENT_WIDTH - 92], rows, { head: false }),
      ],
    },
  ];
}
