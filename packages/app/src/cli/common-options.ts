/** Options that every command has, and how option values are read. */
import type { Language } from '@kumomori/model';
import { suggest } from '../suggest.ts';
import type { Messages } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addLanguageOption, usage } from './command.ts';

/** A format and the file it goes to; null: standard output. */
export interface OutputRequest {
  readonly format: string;
  readonly file: string | null;
}

export interface CommonOptions {
  readonly outputs: readonly OutputRequest[];
  readonly quiet: boolean;
  readonly color: boolean;
  readonly language: Language;
}

/** Adds the common options; the result reads them after parsing. `formats`: the first one is the default. */
export function addCommonOptions(
  command: CliCommand,
  formats: readonly string[],
  messages: Messages,
): (language: Language) => CommonOptions {
  const texts = messages.cli.options;
  const requests: { format: string | null; file: string | null }[] = [];
  command.option('--format <FORMAT>', texts.format(formats), (value: string) => {
    if (!formats.includes(value)) throw usage(messages.cli.unknownFormat(value, suggest(value, formats), formats));
    const open = requests.find((request) => request.format === null);
    if (open) open.format = value;
    else requests.push({ format: value, file: null });
    return value;
  });
  command.option('--output <FILE>', texts.output, (value: string) => {
    const open = requests.findLast((request) => request.file === null);
    if (open) open.file = value;
    else requests.push({ format: null, file: value });
    return value;
  });
  command.option('--quiet', texts.quiet).option('--no-color', texts.noColor);
  addLanguageOption(command, messages);
  return (language) => {
    const { quiet, color } = command.opts<{ quiet?: boolean; color?: boolean }>();
    const outputs = requests.map(({ format, file }) => ({ format: format ?? formats[0] ?? 'table', file }));
    return {
      outputs: outputs.length > 0 ? outputs : [{ format: formats[0] ?? 'table', file: null }],
      quiet: quiet === true,
      color: color !== false,
      language,
    };
  };
}

/** For options that may be given several times, or once with commas between values. */
export function collectList(value: string, earlier: readonly string[] | undefined): readonly string[] {
  const values = value.split(',').map((each) => each.trim());
  return [...(earlier ?? []), ...values.filter((each) => each !== '')];
}

/** For options that may be given several times and whose values may hold commas. */
export function collectOne(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}

/** A reader of values out of a closed list. */
export function oneOf<T extends string>(option: string, allowed: readonly T[], messages: Messages): (value: string) => T {
  return (value) => {
    const found = allowed.find((each) => each === value);
    if (found === undefined) throw usage(messages.cli.oneOf(option, value, suggest(value, allowed), allowed));
    return found;
  };
}
