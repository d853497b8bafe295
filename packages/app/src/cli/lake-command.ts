/** `kumomori lake …` */
import type { CliCommand } from './command.ts';
import { addLanguageOption, usage } from './command.ts';
import { addLakeData } from './lake-data-commands.ts';
import { addLakeSeals } from './lake-seal-commands.ts';
import { addLakeVerify } from './lake-verify-command.ts';
import type { CliContext } from './program.ts';

export function addLakeCommand(program: CliCommand, context: CliContext): void {
  const { messages } = context;
  const command = program.subcommand('lake');
  command.description(messages.integrity.lake);
  addLanguageOption(command, messages);
  command.action(() => {
    throw usage(messages.integrity.needsCommand);
  });
  addLakeData(command, context);
  addLakeVerify(command, context);
  addLakeSeals(command, context);
}
