/** `kumomori explain ID` */
import { explainId, toJson } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addCommonOptions } from './common-options.ts';
import { explanationText } from './explain-text.ts';
import type { CliContext } from './program.ts';
import { writeResult } from './write.ts';

export function addExplainCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.cli.explain;
  const command = program.subcommand('explain');
  command.description(texts.description).argument('<id>', texts.id);
  const common = addCommonOptions(command, ['text', 'json'], messages);
  command.option('--report <FILE>', texts.report);
  command.action(async (id: string) => {
    const { report } = command.opts<{ report?: string }>();
    const explanation = await explainId(id, { language, cwd: environment.cwd, report: report ?? null });
    const options = common(language);
    for (const { format, file } of options.outputs) {
      const text = format === 'json' ? toJson(explanation) : explanationText(explanation, context, file === null && options.color);
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd: environment.cwd, messages });
    }
  });
}
