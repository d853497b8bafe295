/** `kumomori collect aws|azure|gcp|k8s --output DIR` */
import { collectAccount, collectPolicy, toJson } from '../use-cases/index.ts';
import type { CollectReport } from '../use-cases/index.ts';
import type { Cloud, CollectFlags } from './collect-clouds.ts';
import { clouds } from './collect-clouds.ts';
import { collectProgress } from './collect-progress.ts';
import { collectText } from './collect-text.ts';
import { addLanguageOption, usage } from './command.ts';
import type { CliCommand } from './command.ts';
import { oneOf } from './common-options.ts';
import type { CliContext } from './program.ts';

const FORMATS = ['table', 'json'] as const;
/** Ended by Ctrl-C, as shells say it: 128 + SIGINT. */
const INTERRUPTED = 130;

export function addCollectCommand(program: CliCommand, context: CliContext): void {
  const { messages } = context;
  const texts = messages.live.collect;
  const collect = program.subcommand('collect');
  collect.description(texts.description);
  addLanguageOption(collect, messages);
  collect.action(() => {
    throw usage(texts.needsProvider);
  });
  for (const cloud of clouds) {
    const command = collect.subcommand(cloud.name);
    command.description(texts.provider(messages.live.clouds[cloud.provider]));
    command.option('--output <DIR>', texts.output);
    cloud.addOptions(command, context);
    addLimits(command, context);
    command
      .option('--resume', texts.resume)
      .option('--since <SNAPSHOT>', texts.since)
      .option('--resources-from <FILE...>', texts.resourcesFrom)
      .option('--keep-secrets', texts.keepSecrets)
      .option('--format <FORMAT>', texts.format, oneOf('--format', FORMATS, messages))
      .option('--quiet', texts.quiet);
    addLanguageOption(command, messages);
    command.addHelpText('after', `\n${texts.exitCodes}`);
    command.action(async () => await run(cloud, command.opts<CollectFlags>(), context));
  }
}

function addLimits(command: CliCommand, { messages }: CliContext): void {
  const texts = messages.live.collect;
  const positive =
    (option: string) =>
    (value: string): number => {
      if (!/^\d{1,9}$/.test(value)) throw usage(messages.cli.notANumber(option, value));
      if (Number(value) < 1) throw usage(texts.tooFew(option));
      return Number(value);
    };
  command
    .option('--max-calls <NUMBER>', texts.maxCalls, positive('--max-calls'))
    .option('--parallel <NUMBER>', texts.parallel, positive('--parallel'))
    .option('--rate <NUMBER>', texts.rate, positive('--rate'));
}

async function run(cloud: Cloud, flags: CollectFlags, context: CliContext): Promise<void> {
  const { environment, messages } = context;
  const asked = cloud.asked(flags, context);
  if (flags.printPolicy !== undefined) {
    environment.stdout.write(await collectPolicy({ ...asked, provider: cloud.provider, format: flags.printPolicy }));
    return;
  }
  if (flags.output === undefined) throw usage(messages.cli.missingOption('--output <DIR>'));
  const report = await collected(cloud, { ...flags, output: flags.output }, { asked, context });
  const text = flags.format === 'json' ? toJson(report) : collectText(report, context);
  environment.stdout.write(text);
  context.finish(report.stoppedBy === 'user' ? INTERRUPTED : 0);
}

async function collected(
  { provider }: Cloud,
  flags: CollectFlags & { readonly output: string },
  { asked, context }: { readonly asked: object; readonly context: CliContext },
): Promise<CollectReport> {
  const { environment, messages, language } = context;
  const progress = collectProgress(environment, messages, flags.quiet === true);
  const stop = new AbortController();
  const release = environment.onInterrupt?.(() => {
    progress.end();
    if (!flags.quiet) environment.stderr.write(`${messages.live.collect.stopping}\n`);
    stop.abort();
  });
  try {
    return await collectAccount({
      provider,
      asked,
      output: flags.output,
      cwd: environment.cwd,
      variables: environment.variables,
      language,
      now: environment.now,
      resume: flags.resume === true,
      keepSecrets: flags.keepSecrets === true,
      since: flags.since ?? null,
      resourcesFrom: flags.resourcesFrom ?? [],
      maxCalls: flags.maxCalls ?? null,
      parallel: flags.parallel ?? null,
      perSecond: flags.rate ?? null,
      signal: stop.signal,
      onProgress: (each) => progress.update(each),
    });
  } finally {
    progress.end();
    release?.();
  }
}
