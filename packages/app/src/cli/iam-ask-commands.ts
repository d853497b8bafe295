/** `kumomori iam who-can TARGET… --resource ARN --action A` and `kumomori iam can TARGET… --principal P`. */
import { toJson, whatCan, whoCan } from '../use-cases/index.ts';
import type { AskAccessOptions } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addCommonOptions, collectOne } from './common-options.ts';
import { canMarkdown, canTable, whoCanMarkdown, whoCanTable } from './iam-access-text.ts';
import type { CliContext } from './program.ts';
import { writeResult } from './write.ts';

const FORMATS = ['table', 'json', 'markdown'] as const;

interface TargetFlags {
  readonly account?: string;
  readonly managedPolicies?: string;
  readonly varFile?: readonly string[];
}

export function addIamAskCommands(parent: CliCommand, context: CliContext): void {
  addWhoCan(parent, context);
  addCan(parent, context);
}

function addWhoCan(parent: CliCommand, context: CliContext): void {
  const texts = context.messages.iamAccess.whoCan;
  const command = targetCommand(parent, 'who-can', context);
  command
    .description(texts.description)
    .requiredOption('--action <ACTION>', texts.action)
    .requiredOption('--resource <ARN>', texts.resource)
    .option('--explain', texts.explain);
  const common = addCommonOptions(command, FORMATS, context.messages);
  command.action(async (targets: string[]) => {
    const flags = command.opts<TargetFlags & { action: string; resource: string; explain?: boolean }>();
    const result = await whoCan({ ...optionsOf(targets, flags, context), action: flags.action, resource: flags.resource });
    write(common(context.language).outputs, context, {
      json: () => toJson(result),
      table: () => whoCanTable(result, { ...context, explain: flags.explain === true }),
      markdown: () => whoCanMarkdown(result, context),
    });
  });
}

function addCan(parent: CliCommand, context: CliContext): void {
  const texts = context.messages.iamAccess.can;
  const command = targetCommand(parent, 'can', context);
  command.description(texts.description).requiredOption('--principal <PRINCIPAL>', texts.principal);
  const common = addCommonOptions(command, FORMATS, context.messages);
  command.action(async (targets: string[]) => {
    const flags = command.opts<TargetFlags & { principal: string }>();
    const result = await whatCan({ ...optionsOf(targets, flags, context), principal: flags.principal });
    write(common(context.language).outputs, context, {
      json: () => toJson(result),
      table: () => canTable(result, context),
      markdown: () => canMarkdown(result, context),
    });
  });
}

function targetCommand(parent: CliCommand, name: string, { messages }: CliContext): CliCommand {
  const texts = messages.iamAccess;
  const command = parent.subcommand(name);
  command
    .argument('<target...>', texts.target)
    .option('--account <ID>', texts.account)
    .option('--managed-policies <FILE>', texts.managedPolicies)
    .option('--var-file <FILE>', messages.cli.scan.varFile, collectOne);
  return command;
}

function optionsOf(targets: readonly string[], flags: TargetFlags, { environment, language }: CliContext): AskAccessOptions {
  const { account = null, managedPolicies = null, varFile = [] } = flags;
  return { targets, account, managedPolicies, varFiles: varFile, cwd: environment.cwd, language };
}

type Writers = Readonly<Record<(typeof FORMATS)[number], () => string>>;

function write(outputs: readonly { readonly format: string; readonly file: string | null }[], context: CliContext, writers: Writers): void {
  for (const { format, file } of outputs) {
    const text = (format === 'json' ? writers.json : format === 'markdown' ? writers.markdown : writers.table)();
    if (file === null) context.environment.stdout.write(text);
    else writeResult(file, text, { cwd: context.environment.cwd, messages: context.messages });
  }
}
