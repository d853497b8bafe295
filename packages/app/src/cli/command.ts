/** Commander with our own complaints: one sentence, in the language of the user, with spelling help. */
import type { Option } from 'commander';
import { Command } from 'commander';
import { languages } from '@kumomori/model';
import { AppError } from '../errors.ts';
import { suggest } from '../suggest.ts';
import type { Messages } from '../use-cases/index.ts';
import { isLanguage } from './language.ts';

/** Overrides what commander calls when arguments are wrong; cli.test.ts notices when a release renames these methods. */
export class CliCommand extends Command {
  readonly #messages: Messages;

  constructor(name: string | undefined, messages: Messages) {
    super(name);
    this.#messages = messages;
    this.helpOption('-h, --help', messages.cli.options.help).helpCommand(false).allowExcessArguments(false).exitOverride();
    this.configureHelp({ styleTitle: (title) => messages.cli.headings[title] ?? title, helpWidth: 110 });
  }

  override createCommand(name?: string): CliCommand {
    return new CliCommand(name, this.#messages);
  }

  /** Adds a command that writes and fails the way this one does. */
  subcommand(name: string, options: { readonly hidden?: boolean } = {}): CliCommand {
    const command = this.createCommand(name).copyInheritedSettings(this);
    this.addCommand(command, options);
    return command;
  }

  /** An empty value is what a variable of the shell leaves that is not set: never a name of something. */
  override addOption(option: Option): this {
    const parse = option.parseArg;
    if (option.required && !option.variadic)
      option.argParser((value: string, previous: unknown) => {
        if (value === '') throw usage(this.#messages.cli.missingValue(option.flags));
        return parse ? parse(value, previous) : value;
      });
    return super.addOption(option);
  }

  unknownOption(flag: string): never {
    const known = [...this.options, ...(this.parent?.options ?? [])].flatMap((option) => option.long ?? []);
    throw usage(this.#messages.cli.unknownOption(flag, suggest(flag, [...known, '--help'])));
  }

  unknownCommand(): never {
    const name = this.args[0] ?? '';
    const names = this.commands.map((command) => command.name());
    throw usage(this.#messages.cli.unknownCommand(name, suggest(name, names), names));
  }

  missingArgument(name: string): never {
    throw usage(this.#messages.cli.missingArgument(this.name(), name.toUpperCase()));
  }

  optionMissingArgument(option: Option): never {
    throw usage(this.#messages.cli.missingValue(option.flags));
  }

  missingMandatoryOptionValue(option: Option): never {
    throw usage(this.#messages.cli.missingOption(option.flags));
  }

  _excessArguments(received: readonly string[]): never {
    if (this.commands.length > 0) return this.unknownCommand();
    throw usage(this.#messages.cli.excessArguments(received.slice(this.registeredArguments.length).join(' ')));
  }
}

/** Read before the options are (language.ts); here only checked and shown in the help. */
export function addLanguageOption(command: CliCommand, messages: Messages): void {
  command.option('--lang <LANG>', messages.cli.options.lang, (value: string) => {
    if (!isLanguage(value)) throw usage(messages.cli.oneOf('--lang', value, suggest(value, languages), languages));
    return value;
  });
}

export function usage(message: string): AppError {
  return new AppError('usage', { message });
}
