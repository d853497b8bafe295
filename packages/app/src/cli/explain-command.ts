/** `kumomori explain ID` */
import { explainId, openOwnChecks, toJson } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addCommonOptions, collectOne } from './common-options.ts';
import { explanationText } from './explain-text.ts';
import type { CliContext } from './program.ts';
import { writeResult } from './write.ts';

interface ExplainFlags {
  readonly report?: string;
  readonly checks?: readonly string[];
  readonly frameworkFile?: readonly string[];
}

export function addExplainCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.cli.explain;
  const command = program.subcommand('explain');
  command.description(texts.description).argument('<id>', texts.id);
  const common = addCommonOptions(command, ['text', 'json'], messages);
  command.option('--report <FILE>', texts.report).option('--checks <DIR>', messages.ownChecks.cli.checks, collectOne);
  command.option('--framework-file <FILE>', messages.reports.cli.frameworkFile, collectOne);
  command.action(async (id: string) => {
    const { report, checks = [], frameworkFile: frameworkFiles = [] } = command.opts<ExplainFlags>();
    const { catalogue } = await openOwnChecks({ targets: [], cwd: environment.cwd, language, checkFolders: checks });
    const explanation = await explainId(id, { language, cwd: environment.cwd, report: report ?? null, catalogue, frameworkFiles });
    const options = common(language);
    for (const { format, file } of options.outputs) {
      const text = format === 'json' ? toJson(explanation) : explanationText(explanation, context, file === null && options.color);
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd: environment.cwd, messages });
    }
  });
}
