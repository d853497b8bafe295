/** `kumomori investigate ENTITY LOGS…|--lake LAKE [--snapshot DIR…] [--from TIME] [--to TIME] [--case DIR]` */
import { ENTITY_KINDS } from '@kumomori/engine';
import type { EntityKind } from '@kumomori/engine';
import { investigateEntity, keepInCase, renderInvestigation } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { usage } from './command.ts';
import { addCommonOptions, collectOne, oneOf } from './common-options.ts';
import { addCaseCommands } from './investigate-case-commands.ts';
import type { CliContext } from './program.ts';
import { widthOf, writeResult } from './write.ts';

interface InvestigateFlags {
  readonly lake?: string;
  readonly as?: EntityKind;
  readonly snapshot?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly rules?: readonly string[];
  readonly limit?: number;
  readonly case?: string;
  readonly hypothesis?: string;
  readonly question?: string;
  readonly answer?: Answer;
}

const ANSWERS = ['yes', 'no', 'unknown'] as const;
type Answer = (typeof ANSWERS)[number];

const DEFAULT_LIMIT = 20;

export function addInvestigateCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.investigate.cli;
  const command = program.subcommand('investigate');
  const number = (option: string) => (value: string) => {
    if (!/^\d{1,6}$/.test(value)) throw usage(messages.cli.notANumber(option, value));
    return Number(value);
  };
  command.description(texts.description).argument('<entity>', texts.entity).argument('[logs...]', texts.logs);
  command
    .option('--lake <LAKE>', texts.lake)
    .option('--as <KIND>', texts.as, oneOf('--as', ENTITY_KINDS, messages))
    .option('--snapshot <TARGET>', texts.snapshot, collectOne)
    .option('--from <TIME>', texts.from)
    .option('--to <TIME>', texts.to)
    .option('--rules <PATH>', texts.rules, collectOne)
    .option('--limit <NUMBER>', texts.limit, number('--limit'))
    .option('--case <DIR>', texts.case)
    .option('--hypothesis <TEXT>', texts.hypothesis)
    .option('--question <ID>', texts.question)
    .option('--answer <ANSWER>', texts.answer, oneOf('--answer', ANSWERS, messages));
  const common = addCommonOptions(command, ['table', 'json', 'markdown', 'html', 'csv', 'jsonl', 'xlsx'], messages);
  command.action(async (entity: string, logs: string[]) => {
    const flags = command.opts<InvestigateFlags>();
    const { lake = null, as = null, snapshot: targets = [], from = null, to = null, rules = [], limit = DEFAULT_LIMIT } = flags;
    checkFlags(flags, logs, context);
    const { cwd, now } = environment;
    const { outputs, quiet } = common(language);
    if (outputs.some(({ format, file }) => format === 'xlsx' && file === null)) throw usage(messages.investigate.needsFile('xlsx'));
    const report = await investigateEntity({ entity, as, logs, lake, targets, from, to, rules, cwd, language, now });
    const told = (text: string): void => {
      if (!quiet) environment.stderr.write(`${text}\n`);
    };
    for (const { file, message } of report.diagnostics) told(`${file}: ${message}`);
    if (flags.case !== undefined) {
      const { case: folder, hypothesis = null, question = null, answer = null } = flags;
      const options = { folder, hypothesis, question, answer, argv: argvOf(entity, logs, flags), cwd, language, now };
      const kept = await keepInCase(report, options);
      told(kept.isNew ? messages.investigate.case.begun(folder) : messages.investigate.case.extended(folder, kept.query));
    }
    for (const { format, file } of outputs) {
      const pieces = await renderInvestigation(report, { format, language, width: widthOf(environment), limit });
      if (file !== null) writeResult(file, pieces, { cwd, messages });
      else if (!(pieces instanceof Uint8Array)) for (const piece of pieces) environment.stdout.write(piece);
    }
  });
  addCaseCommands(command, context);
}

function checkFlags(flags: InvestigateFlags, logs: readonly string[], { messages }: CliContext): void {
  const texts = messages.investigate;
  if (flags.lake === undefined && logs.length === 0) throw usage(texts.needsLogs);
  if (flags.lake !== undefined && logs.length > 0) throw usage(texts.bothLogs);
  if (logs.includes('-')) throw usage(texts.noStdin);
  if (flags.case !== undefined) return;
  for (const option of ['hypothesis', 'question', 'answer'] as const)
    if (flags[option] !== undefined) throw usage(texts.needsCase(`--${option}`));
}

/** What asks the same again. */
function argvOf(
  entity: string,
  logs: readonly string[],
  { lake, as, from, to, snapshot = [], rules = [] }: InvestigateFlags,
): readonly string[] {
  const option = (name: string, value: string | undefined): readonly string[] => (value === undefined ? [] : [name, value]);
  return [
    ...['investigate', entity, ...logs, ...option('--lake', lake), ...option('--as', as), ...option('--from', from), ...option('--to', to)],
    ...snapshot.flatMap((each) => ['--snapshot', each]),
    ...rules.flatMap((each) => ['--rules', each]),
  ];
}
