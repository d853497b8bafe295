/** `kumomori investigate case DIR`, `questions [ID]`, `bundle DIR --output FILE`, `verify BUNDLE` */
import { ENTITY_KINDS } from '@kumomori/engine';
import { AppError } from '../errors.ts';
import { bundleCase, listQuestions, plain, renderGrid, showCase, verifyBundle } from '../use-cases/index.ts';
import type { CaseReport, QuestionRow } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { oneOf } from './common-options.ts';
import type { CliContext } from './program.ts';
import { printer } from './snapshot-command.ts';
import { widthOf } from './write.ts';

export function addCaseCommands(parent: CliCommand, context: CliContext): void {
  addCase(parent, context);
  addQuestions(parent, context);
  addBundle(parent, context);
  addVerify(parent, context);
}

function addCase(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language, finish } = context;
  const texts = messages.investigate.cli;
  const command = parent.subcommand('case');
  command.description(texts.caseDescription).argument('<dir>', texts.caseFolder);
  const print = printer(command, context);
  command.action(async (folder: string) => {
    const report = await showCase(folder, { cwd: environment.cwd, language });
    print(report, () => caseText(report, context));
    if (!report.intact) finish(1);
  });
}

function caseText({ case: file, evidence }: CaseReport, { messages }: CliContext): string {
  const texts = messages.investigate.case;
  const states = ['intact', 'altered', 'missing', 'absent'] as const;
  const [intact = 0, altered = 0, missing = 0, absent = 0] = states.map((state) => evidence.filter((each) => each.state === state).length);
  const kinds = { report: texts.report, timeline: texts.timeline, rows: texts.rows, log: texts.log, 'lake-file': texts.lakeFile };
  const questions = file.questions.flatMap(({ id, question, answer, because, queries }) => [
    `  ${id} ${question} – ${answer === null ? texts.unanswered : texts.answers[answer]}${because === '' ? '' : `: ${because}`}`,
    ...queries.flatMap((query) => [
      `     ${query.id} ${query.at} ${query.command}`,
      `        ${query.summary}${query.evidence.length > 0 ? ` [${query.evidence.join(' ')}]` : ''}`,
    ]),
  ]);
  const { answer, because } = file.verdict;
  const lines = [
    file.title,
    `${texts.hypothesis}: ${file.hypothesis}`,
    '',
    texts.questions,
    ...questions,
    '',
    `${texts.evidence}: ${texts.counts(intact, altered, missing, absent)}`,
    ...evidence.map(
      ({ id, file: path, kind, state, lake }) =>
        `  ${id} ${texts.states[state]}  ${lake === undefined ? path : `${lake}/${path}`} (${kinds[kind]})`,
    ),
    '',
    `${texts.verdict}: ${answer ?? texts.noVerdict}${because === '' ? '' : ` – ${because}`}`,
  ];
  return lines.map((line) => plain(line)).join('\n');
}

function addQuestions(parent: CliCommand, context: CliContext): void {
  const { messages, language, environment } = context;
  const texts = messages.investigate;
  const command = parent.subcommand('questions');
  command.description(texts.cli.questions).argument('[id]', texts.cli.questionId);
  command.option('--for <KIND>', texts.cli.questionsFor, oneOf('--for', ENTITY_KINDS, messages));
  const print = printer(command, context);
  command.action(async (id: string | undefined) => {
    const { for: kind = null } = command.opts<{ for?: string }>();
    const all = await listQuestions(language, kind);
    const found = id === undefined ? all : all.filter((each) => each.id === id);
    if (id !== undefined && found.length === 0) throw new AppError('unknown-id', { message: texts.unknownQuestion(id) });
    print(found, () => (id === undefined ? questionTable(found) : found.map((each) => questionText(each)).join('\n')));
  });

  const kindsOf = ({ kinds }: QuestionRow): string => kinds.map((kind) => (isKind(kind) ? texts.kinds[kind] : kind)).join(', ');
  const questionTable = (rows: readonly QuestionRow[]): string => {
    const { columns } = texts.library;
    const heads = [{ title: columns.id }, { title: columns.question, shrinks: true }, { title: columns.kinds, shrinks: true }];
    const grid = renderGrid(
      heads,
      rows.map((row) => [row.id, row.question, kindsOf(row)]),
      { width: widthOf(environment) },
    );
    return [...grid, '', texts.library.count(rows.length)].join('\n');
  };
  const questionText = (row: QuestionRow): string =>
    [
      row.question,
      `  ${texts.library.kinds}: ${kindsOf(row)}`,
      `  kumomori investigate ENTITY …${row.look === null ? '' : ` → ${sectionOf(row.look, context)}`}${row.operations.length > 0 ? `: ${row.operations.join(', ')}` : ''}`,
      ...(row.hunt === null ? [] : [`  ${texts.library.hunt(row.hunt)}`]),
      `  ${texts.library.yes}: ${row.yes}`,
      `  ${texts.library.no}: ${row.no}`,
    ].join('\n');
}

function isKind(kind: string): kind is (typeof ENTITY_KINDS)[number] {
  return ENTITY_KINDS.some((each) => each === kind);
}

function sectionOf(look: string, { messages }: CliContext): string {
  const sections: Readonly<Record<string, string>> = messages.investigate.sections;
  return sections[look] ?? look;
}

function addBundle(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.investigate;
  const command = parent.subcommand('bundle');
  command.description(texts.cli.bundle).argument('<dir>', texts.cli.caseFolder);
  command.requiredOption('--output <FILE>', texts.cli.bundleOutput).option('--with-logs', texts.cli.withLogs);
  command.action(async (folder: string) => {
    const { output = '', withLogs = false } = command.opts<{ output?: string; withLogs?: boolean }>();
    const { cwd, variables, now } = environment;
    const result = await bundleCase({ folder, output, withLogs, cwd, variables, language, now });
    environment.stdout.write(`${texts.bundle.written(output, result.files, result.key)}\n`);
    if (result.unproven > 0) environment.stderr.write(`${texts.bundle.noProof(result.unproven)}\n`);
  });
}

function addVerify(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language, finish } = context;
  const texts = messages.investigate;
  const command = parent.subcommand('verify');
  command.description(texts.cli.verify).argument('<bundle>', texts.cli.verifyBundle).option('--key <KEY>', texts.cli.key);
  const print = printer(command, context);
  command.action(async (bundle: string) => {
    const { key = null } = command.opts<{ key?: string }>();
    const { cwd, variables } = environment;
    const verdict = await verifyBundle({ bundle, key, cwd, variables, language });
    print({ schemaVersion: '1', ...verdict }, () =>
      [
        verdict.intact ? texts.bundle.intact : texts.bundle.broken,
        verdict.title,
        `${texts.bundle.signed(verdict.at, verdict.key)} ${verdict.isKnown ? texts.bundle.known : texts.bundle.believed}`,
        texts.bundle.checked(verdict.checked.files, verdict.checked.proofs),
        ...(verdict.unproven > 0 ? [texts.bundle.noProof(verdict.unproven)] : []),
        ...verdict.problems.map(({ file, message }) => `  ${file}: ${message}`),
      ]
        .map((line) => plain(line))
        .join('\n'),
    );
    if (!verdict.intact) finish(1);
  });
}
