/** `kumomori snapshot list|verify|history|diff` */
import { diffSnapshots, listSnapshots, resourceHistory, toJson, verifySnapshots } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addLanguageOption, usage } from './command.ts';
import { addCommonOptions } from './common-options.ts';
import type { CliContext } from './program.ts';
import { diffText, historyText, listText, verifyText } from './snapshot-text.ts';
import { writeResult } from './write.ts';

export function addSnapshotCommand(program: CliCommand, context: CliContext): void {
  const { messages } = context;
  const texts = messages.live.snapshot;
  const command = program.subcommand('snapshot');
  command.description(texts.description);
  addLanguageOption(command, messages);
  command.action(() => {
    throw usage(texts.needsCommand);
  });
  addList(command, context);
  addVerify(command, context);
  addHistory(command, context);
  addDiff(command, context);
}

function addList(parent: CliCommand, context: CliContext): void {
  const texts = context.messages.live.snapshot;
  const command = parent.subcommand('list');
  command.description(texts.list).argument('[dir]', texts.dir);
  const print = printer(command, context);
  command.action(async (folder: string | undefined) => {
    const rows = await listSnapshots(folder ?? '.', placeOf(context));
    print(rows, () => listText(rows, context));
  });
}

function addVerify(parent: CliCommand, context: CliContext): void {
  const texts = context.messages.live.snapshot;
  const command = parent.subcommand('verify');
  command.description(texts.verify).argument('<snapshot...>', texts.folder);
  const print = printer(command, context);
  command.action(async (folders: string[]) => {
    const results = await verifySnapshots(folders, placeOf(context));
    print(results, () => verifyText(results, context));
    context.finish(results.every((each) => each.isIntact) ? 0 : 1);
  });
}

function addHistory(parent: CliCommand, context: CliContext): void {
  const texts = context.messages.live.snapshot;
  const command = parent.subcommand('history');
  command.description(texts.history).argument('<resource>', texts.resource).option('--snapshots <DIR>', texts.dir);
  const print = printer(command, context);
  command.action(async (resource: string) => {
    const { snapshots = '.' } = command.opts<{ snapshots?: string }>();
    const histories = await resourceHistory(resource, { ...placeOf(context), snapshots });
    print(histories, () => historyText(histories, context));
  });
}

function addDiff(parent: CliCommand, context: CliContext): void {
  const texts = context.messages.live.snapshot;
  const command = parent.subcommand('diff');
  command.description(texts.diff).argument('<before>', texts.before).argument('<after>', texts.after);
  const print = printer(command, context);
  command.action(async (before: string, after: string) => {
    const diff = await diffSnapshots(before, after, placeOf(context));
    print(diff, () => diffText(diff, context));
  });
}

function placeOf({ environment, language }: CliContext): { readonly cwd: string; readonly language: CliContext['language'] } {
  return { cwd: environment.cwd, language };
}

/** Adds the common options; the result prints what they ask for. */
export function printer(
  command: CliCommand,
  { messages, environment, language }: CliContext,
): (json: unknown, people: () => string) => void {
  const common = addCommonOptions(command, ['table', 'json'], messages);
  return (json, people) => {
    for (const { format, file } of common(language).outputs) {
      const text = format === 'json' ? toJson(json) : `${people()}\n`;
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd: environment.cwd, messages });
    }
  };
}
