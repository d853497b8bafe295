/** The report as rows: one table of controls, one of resources; csv and xlsx are made from them. */
import type { Language } from '@kumomori/model';
import type { Messages } from '../../i18n/index.ts';
import { BYTE_ORDER_MARK, cell } from '../csv.ts';
import type { CellValue, Sheet } from '../xlsx.ts';
import { workbook } from '../xlsx.ts';
import { messagesIn } from '../../i18n/index.ts';
import type { FrameworkReport, ReportTrend, ReportedControl } from './report.ts';
import { controlStatuses } from './report.ts';
import { trendCounts, trendLines, trendSections } from './trend.ts';
import { aboutLines, frameworkName, percentText, questionText, scoreLines, statusText, targetLines } from './words.ts';

// Names for programs, so not translated.
const COLUMNS = [
  'framework',
  'version',
  'control',
  'title',
  'status',
  'partial',
  'check',
  'check_state',
  'severity',
  'resource_status',
  'resource_type',
  'resource',
  'account',
  'region',
  'place',
  'message',
  'evidence',
  'exception_owner',
  'exception_expires',
  'exception_reason',
  'answer',
  'answered_by',
  'answered_on',
  'answer_evidence',
  'answer_note',
  'fingerprint',
  'previous_status',
] as const;

type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

/** A line for each resource that fails or is undecided; controls without any have a line for each check, those without checks one. */
export function* frameworkCsv(report: FrameworkReport, language: Language): Generator<string> {
  const line = (values: readonly string[]): string => `${values.map(cell).join(',')}\r\n`;
  yield (language === 'ja' ? BYTE_ORDER_MARK : '') + line(COLUMNS);
  const { id, version } = report.framework;
  for (const control of report.controls) {
    const earlier = report.trend?.changes.find((each) => each.control === control.control)?.from;
    const previous = report.trend === null ? '' : (earlier ?? control.status);
    for (const row of rowsOf(control, language))
      yield line(COLUMNS.map((name) => ({ framework: id, version, previous_status: previous, ...row })[name] ?? ''));
  }
}

function* rowsOf(control: ReportedControl, language: Language): Generator<Row> {
  const { answer, checks, resources } = control;
  const own: Row = {
    control: control.control,
    title: control.title[language],
    status: control.status,
    partial: control.isPartial ? 'true' : '',
    ...(answer && {
      answer: answer.status,
      answered_by: answer.by,
      answered_on: answer.date,
      answer_evidence: answer.evidence.join('; '),
      answer_note: answer.note ?? '',
    }),
  };
  if (checks.length === 0) yield own;
  for (const check of checks) {
    const ofCheck: Row = { ...own, check: check.id, check_state: check.state, severity: check.severity };
    const found = resources.filter(({ checkId }) => checkId === check.id);
    if (found.length === 0) yield ofCheck;
    for (const each of found) {
      yield {
        ...ofCheck,
        severity: each.severity,
        resource_status: each.status,
        resource_type: each.type,
        resource: each.name,
        account: each.account ?? '',
        region: each.region ?? '',
        place: each.place,
        message: each.message[language],
        evidence: each.evidence,
        exception_owner: each.suppressed?.owner ?? '',
        exception_expires: each.suppressed?.expires ?? '',
        exception_reason: each.suppressed === null ? '' : (each.suppressed.reason ?? each.suppressed.by),
        fingerprint: each.fingerprint,
      };
    }
  }
}

/** Sheets for summary, controls, resources and manual answers, in the reader's language. */
export function frameworkXlsx(report: FrameworkReport, language: Language): Uint8Array {
  const messages = messagesIn(language);
  return workbook({
    sheets: [
      summarySheet(report, language, messages),
      controlsSheet(report, language, messages),
      resourcesSheet(report, language, messages),
      manualSheet(report, language, messages),
      ...(report.trend === null ? [] : [trendSheet(report.trend, { report, language, messages })]),
    ],
  });
}

function summarySheet(report: FrameworkReport, language: Language, messages: Messages): Sheet {
  const { reports: texts } = messages;
  const rows: CellValue[][] = [
    [frameworkName(report, language), texts.cover(report.framework.version)],
    [texts.scanned(report.scannedAt.slice(0, 10)), texts.resources(report.resources)],
    [percentText(report), scoreLines(report, messages).join(' ')],
    ...controlStatuses.map((status) => [texts.statuses[status], report.counts[status]]),
    ...report.groups.map(({ key, title, counts }) => [
      `${key} ${title[language]}`,
      controlStatuses.map((status) => `${texts.statuses[status]} ${counts[status]}`).join(' / '),
    ]),
    ...targetLines(report, messages).map((line) => [texts.targets, line]),
    ...aboutLines(report, language, messages).map((line) => [texts.about, line]),
  ];
  return {
    name: texts.sheets.summary,
    columns: [
      { name: texts.heading, width: 44, wrap: true },
      { name: texts.summary, width: 90, wrap: true },
    ],
    rows,
  };
}

function controlsSheet({ controls }: FrameworkReport, language: Language, messages: Messages): Sheet {
  const { columns, sheets, severities } = messages.reports;
  return {
    name: sheets.controls,
    columns: [
      { name: columns.control },
      { name: columns.title, width: 60, wrap: true },
      { name: columns.status },
      { name: columns.severity },
      { name: columns.failing },
      { name: columns.undecided },
      { name: columns.passing },
      { name: columns.accepted },
      { name: columns.check, width: 50, wrap: true },
      { name: columns.answer },
    ],
    rows: controls.map((control): CellValue[] => [
      control.control,
      control.title[language],
      statusText(control, messages),
      control.severity === null ? null : severities[control.severity],
      ...(control.checks.length === 0
        ? [null, null, null, null]
        : [control.counts.fail, control.counts.unknown, control.counts.pass, control.counts.accepted]),
      control.checks.map(({ id }) => id).join('\n'),
      control.answer === null ? null : messages.reports.answers[control.answer.status],
    ]),
  };
}

function resourcesSheet({ controls }: FrameworkReport, language: Language, messages: Messages): Sheet {
  const { columns, sheets, severities, statuses } = messages.reports;
  return {
    name: sheets.resources,
    columns: [
      { name: columns.control },
      { name: columns.check },
      { name: columns.status },
      { name: columns.severity },
      { name: columns.resource },
      { name: columns.place },
      { name: columns.finding, width: 60, wrap: true },
      { name: columns.evidence, width: 40, wrap: true },
      { name: columns.owner },
      { name: columns.expires },
      { name: columns.reason, width: 40, wrap: true },
    ],
    rows: controls.flatMap(({ control, resources }) =>
      resources.map((each): CellValue[] => [
        control,
        each.checkId,
        statuses[each.status],
        severities[each.severity],
        each.name,
        each.place,
        each.message[language],
        each.evidence,
        each.suppressed?.owner ?? null,
        each.suppressed?.expires ?? null,
        each.suppressed === null ? null : (each.suppressed.reason ?? each.suppressed.by),
      ]),
    ),
  };
}

interface SheetContext {
  readonly report: FrameworkReport;
  readonly language: Language;
  readonly messages: Messages;
}

function trendSheet(trend: ReportTrend, { report, language, messages }: SheetContext): Sheet {
  const { trend: texts, statuses, columns } = messages.reports;
  return {
    name: messages.reports.sheets.trend,
    columns: [
      { name: columns.control, width: 24 },
      { name: columns.title, width: 70, wrap: true },
      { name: texts.before },
      { name: texts.now },
      { name: texts.difference },
    ],
    rows: [
      ...trendLines(trend, report, messages).map((line): CellValue[] => [texts.heading(trend.scannedAt.slice(0, 10)), line]),
      ...trendCounts(trend, report).map(([status, before, now, difference]): CellValue[] => [
        null,
        statuses[status],
        before,
        now,
        difference,
      ]),
      ...trendSections(trend, messages).flatMap(({ heading, changes }) =>
        changes.map(({ control, title, from, to }): CellValue[] => [control, title[language], statuses[from], statuses[to], heading]),
      ),
    ],
  };
}

function manualSheet({ controls }: FrameworkReport, language: Language, messages: Messages): Sheet {
  const { sheets, columns, fields, question, answers } = messages.reports;
  return {
    name: sheets.manual,
    columns: [
      { name: columns.control },
      { name: question, width: 70, wrap: true },
      { name: fields.status },
      { name: fields.by },
      { name: fields.date },
      { name: fields.evidence, width: 40, wrap: true },
      { name: fields.note, width: 40, wrap: true },
    ],
    rows: controls
      .filter(({ status, answer }) => status === 'manual' || answer !== null)
      .map((control): CellValue[] => [
        control.control,
        questionText(control, language, messages),
        answers[control.answer?.status ?? 'open'],
        control.answer?.by ?? null,
        control.answer?.date ?? null,
        control.answer?.evidence.join('\n') ?? null,
        control.answer?.note ?? null,
      ]),
  };
}
