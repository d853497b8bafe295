/** `kumomori exposure TARGET… [--from NODE|internet] [--matrix]` */
import { findExposure, toJson } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { usage } from './command.ts';
import { addCommonOptions, collectOne } from './common-options.ts';
import { exposureMarkdown, exposureTable } from './exposure-text.ts';
import type { CliContext } from './program.ts';
import { writeResult } from './write.ts';

interface ExposureFlags {
  readonly from?: string;
  readonly matrix?: boolean;
  readonly limit?: number;
  readonly varFile?: readonly string[];
}

const DEFAULT_LIMIT = 50;

export function addExposureCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.exposure.cli;
  const command = program.subcommand('exposure');
  command.description(texts.description).argument('<target...>', texts.target);
  command
    .option('--from <NODE>', texts.from)
    .option('--matrix', texts.matrix)
    .option('--var-file <FILE>', texts.varFile, collectOne)
    .option('--limit <NUMBER>', texts.limit, (value: string) => {
      if (!/^\d{1,6}$/.test(value)) throw usage(messages.cli.notANumber('--limit', value));
      return Number(value);
    });
  const common = addCommonOptions(command, ['table', 'json', 'markdown'], messages);
  command.action(async (targets: string[]) => {
    const { from = null, matrix = false, limit = DEFAULT_LIMIT, varFile = [] } = command.opts<ExposureFlags>();
    const { outputs } = common(language);
    const report = await findExposure({ targets, from, matrix, varFiles: varFile, cwd: environment.cwd, language });
    for (const { format, file } of outputs) {
      const text =
        format === 'json'
          ? toJson(report)
          : format === 'markdown'
            ? exposureMarkdown(report, limit, context)
            : exposureTable(report, limit, context);
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd: environment.cwd, messages });
    }
  });
}
