/** `kumomori investigate ENTITY LOGS…|--lake LAKE [--snapshot DIR…] [--from TIME] [--to TIME] [--case DIR]` */
import { ENTITY_KINDS } from '@kumomori/engine';
import type { EntityKind } from '@kumomori/engine';
import { investigateEntity, renderInvestigation } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { usage } from './command.ts';
import { addCommonOptions, collectOne, oneOf } from './common-options.ts';
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
}

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
    .option('--limit <NUMBER>', texts.limit, number('--limit'));
  const common = addCommonOptions(command, ['table', 'json', 'markdown', 'html', 'csv', 'jsonl'], messages);
  command.action(async (entity: string, logs: string[]) => {
    const {
      lake = null,
      as = null,
      snapshot: targets = [],
      from = null,
      to = null,
      rules = [],
      limit = DEFAULT_LIMIT,
    } = command.opts<InvestigateFlags>();
    if (lake === null && logs.length === 0) throw usage(messages.investigate.needsLogs);
    if (lake !== null && logs.length > 0) throw usage(messages.investigate.bothLogs);
    if (logs.includes('-')) throw usage(messages.investigate.noStdin);
    const { cwd, now } = environment;
    const { outputs, quiet } = common(language);
    const report = await investigateEntity({ entity, as, logs, lake, targets, from, to, rules, cwd, language, now });
    for (const { format, file } of outputs) {
      const pieces = await renderInvestigation(report, { format, language, width: widthOf(environment), limit });
      if (file === null) for (const piece of pieces) environment.stdout.write(piece);
      else writeResult(file, pieces, { cwd, messages });
    }
    if (quiet) return;
    for (const { file, message } of report.diagnostics) environment.stderr.write(`${file}: ${message}\n`);
  });
}
