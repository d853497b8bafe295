/** `kumomori readiness TARGET… [--question ID…] [--lake DIR] [--fail-under SCORE]` */
import { assessReadiness, plain, renderGrid, toJson } from '../use-cases/index.ts';
import type { QuestionReadiness, ReadinessReport, SubjectReadiness } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { usage } from './command.ts';
import { addCommonOptions, collectOne } from './common-options.ts';
import type { CliContext } from './program.ts';
import { widthOf, writeResult } from './write.ts';

interface ReadinessFlags {
  readonly question?: readonly string[];
  readonly varFile?: readonly string[];
  readonly lake?: string;
  readonly failUnder?: number;
  readonly limit?: number;
}

const DEFAULT_LIMIT = 5;

export function addReadinessCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.readiness.cli;
  const command = program.subcommand('readiness');
  const number = (option: string) => (value: string) => {
    if (!/^\d{1,6}$/.test(value)) throw usage(messages.cli.notANumber(option, value));
    return Number(value);
  };
  command.description(texts.description).argument('<target...>', texts.target);
  command
    .option('--question <ID>', texts.question, collectOne)
    .option('--var-file <FILE>', texts.varFile, collectOne)
    .option('--lake <DIR>', texts.lake)
    .option('--fail-under <SCORE>', texts.failUnder, number('--fail-under'))
    .option('--limit <NUMBER>', texts.limit, number('--limit'));
  const common = addCommonOptions(command, ['table', 'json', 'markdown'], messages);
  command.action(async (targets: string[]) => {
    const {
      question: questions = [],
      varFile: varFiles = [],
      lake = null,
      failUnder = 0,
      limit = DEFAULT_LIMIT,
    } = command.opts<ReadinessFlags>();
    const { cwd, now } = environment;
    const report = await assessReadiness({ targets, questions, varFiles, lake, cwd, language, now });
    for (const { format, file } of common(language).outputs) {
      const shown = { report, limit, context };
      const text = format === 'json' ? toJson(report) : format === 'markdown' ? readinessMarkdown(shown) : readinessTable(shown);
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd, messages });
    }
    if (report.score !== null && report.score < failUnder) context.finish(1);
  });
}

interface Shown {
  readonly report: ReadinessReport;
  readonly limit: number;
  readonly context: CliContext;
}

function readinessTable({ report, limit, context }: Shown): string {
  const texts = context.messages.readiness;
  const asked = report.questions.filter(({ answer }) => answer !== null);
  const columns = [
    { title: texts.columns.answer },
    { title: texts.columns.subjects },
    { title: texts.columns.since },
    { title: texts.columns.question, shrinks: true },
  ];
  const rows = asked.map((question) => [
    texts.answers[question.answer ?? 'unknown'],
    countOf(question, context),
    sinceText(question, context),
    question.question,
  ]);
  const lines = [
    ...head(report, context),
    '',
    ...renderGrid(columns, rows, { width: widthOf(context.environment) }),
    '',
    ...asked.flatMap((question) => {
      const gaps = gapLines(question, limit, context);
      return gaps.length === 0 ? [] : [question.question, ...gaps.map((line) => plain(`  ${line}`)), ''];
    }),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function readinessMarkdown({ report, limit, context }: Shown): string {
  const texts = context.messages.readiness;
  const { columns } = texts;
  const asked = report.questions.filter(({ answer }) => answer !== null);
  const cell = (text: string): string =>
    plain(text)
      .replaceAll('|', String.raw`\|`)
      .replaceAll('<', '&lt;');
  const lines = [
    `## ${texts.heading}`,
    '',
    ...head(report, context),
    '',
    `| ${columns.answer} | ${columns.subjects} | ${columns.since} | ${columns.question} |`,
    '|---|---|---|---|',
    ...asked.map(
      (each) =>
        `| ${texts.answers[each.answer ?? 'unknown']} | ${countOf(each, context)} | ${sinceText(each, context)} | ${cell(each.question)} |`,
    ),
    '',
    ...asked.flatMap((question) => {
      const gaps = gapLines(question, limit, context);
      return gaps.length === 0
        ? []
        : [`### ${cell(question.question)}`, '', question.why, '', ...gaps.map((line) => `- ${cell(line)}`), ''];
    }),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function head({ score, summary, questions }: ReadinessReport, { messages }: CliContext): readonly string[] {
  const texts = messages.readiness;
  const notAsked = questions.length - summary.questions;
  return [
    texts.score(score, summary.subjects - summary.unknown),
    texts.counts(summary.answerable, summary.partly, summary.not, summary.unknown),
    ...(notAsked > 0 ? [texts.notAsked(notAsked)] : []),
  ];
}

function countOf({ subjects }: QuestionReadiness, { messages }: CliContext): string {
  return messages.readiness.subjects(subjects.filter(({ answer }) => answer === 'answerable').length, subjects.length);
}

/** Empty where there is no answer that could reach back. */
function sinceText({ since }: QuestionReadiness, { messages }: CliContext): string {
  return since === null ? '' : messages.readiness.since(since.day, since.notKnown);
}

/** By check: what lacks the log, and the one thing to do about it. */
function gapLines({ subjects }: QuestionReadiness, limit: number, { messages }: CliContext): readonly string[] {
  const texts = messages.readiness;
  const open = subjects.filter(({ answer }) => answer !== 'answerable');
  const gaps = open.flatMap((each) => each.gaps.map((gap) => ({ ...gap, kept: each.keptDays })));
  const byCheck = Map.groupBy(gaps, ({ checkId }) => checkId);
  const lines = [...byCheck].flatMap(([check, list]) => {
    const all = [
      ...new Set(list.map(({ address, file, line, message, kept }) => texts.gap(address, file, line, message) + keptText(kept, messages))),
    ];
    const shown = limit === 0 ? all : all.slice(0, limit);
    const more = all.length > shown.length ? [texts.more(all.length - shown.length)] : [];
    return [...shown, ...more, texts.fix(check, list[0]?.fix.summary ?? '')];
  });
  return [...lines, ...open.flatMap((subject) => notThere(subject, messages))];
}

/** What no finding speaks of: nothing of the kind was read. */
function notThere({ subject, logs, gaps, keptDays }: SubjectReadiness, messages: CliContext['messages']): readonly string[] {
  const names = logs.filter(({ state }) => state === 'unknown').map(({ name }) => name);
  return gaps.length > 0 || names.length === 0 ? [] : [messages.readiness.notThere(subject, names) + keptText(keptDays, messages)];
}

function keptText(days: number | null, { readiness: texts }: CliContext['messages']): string {
  return days === null ? '' : `; ${texts.kept(days)}`;
}
