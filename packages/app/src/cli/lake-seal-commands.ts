/** `kumomori lake seal LAKE [--anchor WHERE…]`, `lake rotate-key LAKE`, `lake prove LAKE FILE` */
import { changeLakeKey, proveLakeFile, sealLake, toJson } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addLanguageOption, usage } from './command.ts';
import { collectOne, oneOf } from './common-options.ts';
import type { CliContext } from './program.ts';
import { printer } from './snapshot-command.ts';
import { writeResult } from './write.ts';

export function addLakeSeals(parent: CliCommand, context: CliContext): void {
  addSeal(parent, context);
  addRotate(parent, context);
  addProve(parent, context);
}

interface SealFlags {
  readonly anchor?: readonly string[];
  readonly retainDays?: number;
  readonly retainMode?: 'compliance' | 'governance';
  readonly region?: string;
  readonly endpointUrl?: string;
}

function addSeal(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.integrity;
  const days = (value: string): number => {
    if (!/^[1-9]\d{0,4}$/.test(value)) throw usage(messages.cli.notANumber('--retain-days', value));
    return Number(value);
  };
  const command = parent.subcommand('seal');
  command.description(texts.cli.seal).argument('<lake>', texts.cli.lakeFolder).option('--anchor <WHERE>', texts.cli.sealAnchor, collectOne);
  command.option('--retain-days <NUMBER>', texts.cli.retainDays, days);
  command.option('--retain-mode <MODE>', texts.cli.retainMode, oneOf('--retain-mode', ['compliance', 'governance'] as const, messages));
  command.option('--region <REGION>', messages.logs.cli.region).option('--endpoint-url <URL>', messages.logs.cli.endpointUrl);
  const print = printer(command, context);
  command.action(async (lake: string) => {
    const flags = command.opts<SealFlags>();
    const { anchor: anchors = [], retainDays = null, retainMode = null, region = null, endpointUrl: endpoint = null } = flags;
    const { cwd, variables, now } = environment;
    const seal = await sealLake({ lake, anchors, retainDays, retainMode, region, endpoint, cwd, variables, language, now });
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
