/** One control on paper. */
import type { Language } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import type { PdfNode, PdfObject } from './pdf-nodes.ts';
import { CONTENT_WIDTH, badge, headCell, ink, printable, severityInk, statusInk, tableNode } from './pdf-nodes.ts';
import type { ReportedCheck, ReportedControl, ReportedResource } from './report.ts';
import { checksToShow, countsText, exceptionText, isJudged, questionText, stateText, statusText } from './words.ts';

/** More resources would bury the report; csv and xlsx hold all. */
const MAX_RESOURCES = 15;
/** With more checks the head may break over pages. */
const MAX_WHOLE = 6;

export interface PaperControl {
  readonly language: Language;
  readonly messages: Messages;
  readonly inContents: boolean;
}

/** The head with its checks first, then resources and the answer. */
export function controlNodes(control: ReportedControl, paper: PaperControl): readonly PdfNode[] {
  const isWhole = control.checks.length <= MAX_WHOLE;
  const answer = answerNode(control, paper);
  // Without resources between them, head and answer stay together.
  const isOne = control.resources.length === 0;
  const head = { stack: [titleNode(control, paper), ...checksNode(control, paper), ...(isOne ? answer : [])], unbreakable: isWhole };
  return [head, ...resourcesNode(control, paper), ...(isOne ? [] : answer), { text: '', margin: [0, 0, 0, 10] }];
}

function titleNode(control: ReportedControl, { language, messages, inContents }: PaperControl): PdfObject {
  const title = printable(control.title[language], 220);
  const { fill } = statusInk[control.status];
  const hasResult = control.checks.some(({ state }) => isJudged(state));
  const name = {
    text: [{ text: `${control.control}  `, color: ink.dim, bold: false }, { text: title }],
    bold: true,
    fontSize: 10.5,
    ...(inContents && { tocItem: true, tocStyle: { bold: false }, tocMargin: [10, 0, 0, 0] }),
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
      { stack: [{ text: title[language] }, { text: id, color: ink.dim, fontSize: 7 }] },
      { text: texts.severities[severity], color: severityInk[severity], bold: true, fontSize: 8.5 },
      { text: printable(stateText(check, messages), 160), fontSize: 8.5 },
      {
        text: isJudged(state) ? texts.counts(counts.pass, counts.fail, counts.unknown) : '',
        fontSize: 8.5,
      },
    ];
  };
  const left = rest === '' ? [] : [{ text: rest, color: ink.dim, fontSize: 8, margin: [0, 3, 0, 0] }];
  if (shown.length === 0) return left;
  return [
    tableNode(
      [CONTENT_WIDTH - 270, 56, 100, 114],
      [[columns.check, columns.severity, columns.result, columns.resources].map(headCell), ...shown.map(row)],
    ),
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
      ...tableNode(
        [118, 124, CONTENT_WIDTH - 362, 120],
        [[columns.resource, columns.place, columns.finding, columns.evidence].map(headCell), ...rows],
      ),
    },
    ...(rest > 0 ? [{ text: more(rest), color: ink.dim, fontSize: 8, margin: [0, 3, 0, 0] }] : []),
  ];
}

function resourceRow(resource: ReportedResource, { language, messages }: PaperControl): readonly PdfNode[] {
  const { reports: texts } = messages;
  const { name, type, account, region, place, message, status, evidence, instances } = resource;
  const exception = exceptionText(resource, messages);
  const small = { fontSize: 8 };
  return [
    {
      stack: [
        { text: printable(name, 120), ...small },
        { text: printable([type, account, region].filter((each) => each !== null).join(' · ')), color: ink.dim, fontSize: 6.5 },
      ],
    },
    {
      stack: [
        { text: printable(place, 200), fontSize: 7.5 },
        ...(instances > 0 ? [{ text: texts.instances(instances), color: ink.dim, fontSize: 6.5 }] : []),
      ],
    },
    {
      stack: [
        {
          text: [
            ...(status === 'unknown' ? [{ text: `${texts.statuses.unknown}: `, bold: true, color: statusInk.unknown.text }] : []),
            printable(message[language], 300),
          ],
          ...small,
        },
        ...(exception === '' ? [] : [{ text: printable(exception, 260), color: severityInk.medium, fontSize: 7.5 }]),
      ],
    },
    { text: printable(evidence, 160), fontSize: 7.5, color: ink.dim },
  ];
}

function answerNode(control: ReportedControl, { language, messages }: PaperControl): readonly PdfNode[] {
  const { answer, status } = control;
  if (status !== 'manual' && answer === null) return [];
  const { reports: texts } = messages;
  const head = answer ? texts.answers[answer.status] : texts.question;
  const fields: readonly (readonly [string, string])[] = [
    [texts.fields.status, answer ? texts.answers[answer.status] : ''],
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
