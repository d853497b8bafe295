/** `kumomori lake seal LAKE [--anchor FILE…]`, `lake rotate-key LAKE`, `lake prove LAKE FILE` */
import { changeLakeKey, proveLakeFile, sealLake, toJson } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addLanguageOption } from './command.ts';
import { collectOne } from './common-options.ts';
import type { CliContext } from './program.ts';
import { printer } from './snapshot-command.ts';
import { writeResult } from './write.ts';

export function addLakeSeals(parent: CliCommand, context: CliContext): void {
  addSeal(parent, context);
  addRotate(parent, context);
  addProve(parent, context);
}

function addSeal(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.integrity;
  const command = parent.subcommand('seal');
  command.description(texts.cli.seal).argument('<lake>', texts.cli.lakeFolder).option('--anchor <FILE>', texts.cli.sealAnchor, collectOne);
  const print = printer(command, context);
  command.action(async (lake: string) => {
    const { anchor: anchors = [] } = command.opts<{ anchor?: readonly string[] }>();
    const { cwd, variables, now } = environment;
    const seal = await sealLake({ lake, anchors, cwd, variables, language, now });
    print(seal, () => {
      const head = seal.sealed === null ? texts.nothingToSeal : texts.sealed(seal.sealed.size, seal.sealed.at);
      return [head, ...seal.anchored.map((file) => texts.anchored(file))].join('\n');
    });
  });
}

function addRotate(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const command = parent.subcommand('rotate-key');
  command.description(messages.integrity.cli.rotate).argument('<lake>', messages.integrity.cli.lakeFolder);
  const print = printer(command, context);
  command.action(async (lake: string) => {
    const { cwd, variables, now } = environment;
    const key = await changeLakeKey({ lake, cwd, variables, language, now });
    print({ key }, () => messages.integrity.rotated(key));
  });
}

function addProve(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.integrity.cli;
  const command = parent.subcommand('prove');
  command.description(texts.prove).argument('<lake>', texts.lakeFolder).argument('<file>', texts.provedFile);
  command.option('--output <FILE>', messages.cli.options.output);
  addLanguageOption(command, messages);
  command.action(async (lake: string, file: string) => {
    const { output } = command.opts<{ output?: string }>();
    const { cwd } = environment;
    const text = toJson(await proveLakeFile(file, { lake, cwd, language }));
    if (output === undefined) environment.stdout.write(text);
    else writeResult(output, text, { cwd, messages });
  });
}
