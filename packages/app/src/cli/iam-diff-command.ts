/** `kumomori iam diff OLD NEW` */
import { compareAccess, toJson } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addCommonOptions } from './common-options.ts';
import { diffMarkdown, diffTable } from './iam-diff-text.ts';
import type { CliContext } from './program.ts';
import { wantsColor, writeResult } from './write.ts';

export function addIamDiffCommand(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.iam.diff;
  const command = parent.subcommand('diff');
  command.description(texts.description).argument('<old>', texts.before).argument('<new>', texts.after);
  const common = addCommonOptions(command, ['table', 'json', 'markdown'], messages);
  command.action(async (before: string, after: string) => {
    const { outputs, color, quiet } = common(language);
    const diff = await compareAccess({ before, after, cwd: environment.cwd, language });
    for (const { format, file } of outputs) {
      const isColored = file === null && wantsColor(environment, color);
      const text =
        format === 'json' ? toJson(diff) : format === 'markdown' ? diffMarkdown(diff, context) : diffTable(diff, context, isColored);
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd: environment.cwd, messages });
      if (file !== null && !quiet) environment.stderr.write(`${messages.cli.written(file)}\n`);
    }
  });
}
