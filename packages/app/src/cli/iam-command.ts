/** `kumomori iam …`: each of its commands is a file of its own. */
import type { CliCommand } from './command.ts';
import { addLanguageOption, usage } from './command.ts';
import { addIamDiffCommand } from './iam-diff-command.ts';
import { addIamAskCommands } from './iam-ask-commands.ts';
import { addIamEvaluateCommand } from './iam-evaluate-command.ts';
import { addIamLintCommand } from './iam-lint-command.ts';
import { addLeastPrivilegeCommands } from './least-privilege-commands.ts';
import type { CliContext } from './program.ts';

export function addIamCommand(program: CliCommand, context: CliContext): void {
  const { messages } = context;
  const command = program.subcommand('iam');
  command.description(messages.iam.description);
  addLanguageOption(command, messages);
  command.action(() => {
    throw usage(messages.iam.needsCommand);
  });
  addIamEvaluateCommand(command, context);
  addIamAskCommands(command, context);
  addIamDiffCommand(command, context);
  addIamLintCommand(command, context);
  addLeastPrivilegeCommands(command, context);
}
