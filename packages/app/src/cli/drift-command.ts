/** `kumomori drift --code DIR [--state FILE] --live SNAPSHOT|aws|azure|gcp|k8s` */
import type { Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import { collectTargets, detectDrift, driftFormatNames, renderDrift } from '../use-cases/index.ts';
import type { DriftReport } from '../use-cases/index.ts';
import { collectProgress } from './collect-progress.ts';
import type { CliCommand } from './command.ts';
import { usage } from './command.ts';
import type { CommonOptions } from './common-options.ts';
import { addCommonOptions, collectList, collectOne, oneOf } from './common-options.ts';
import type { CliContext } from './program.ts';
import { wantsColor, widthOf, writeResult } from './write.ts';

interface DriftFlags {
  readonly code?: string;
  readonly state?: readonly string[];
  readonly live?: string;
  readonly stack?: readonly string[];
  readonly events?: readonly string[];
  readonly failOn?: Severity | 'none';
  readonly config?: string;
  readonly checks?: readonly string[];
  readonly allowTypescriptChecks?: boolean;
  readonly varFile?: readonly string[];
  readonly var?: readonly string[];
  readonly workspace?: string;
  readonly limit?: number;
}

const DEFAULT_LIMIT = 10;

export function addDriftCommand(program: CliCommand, context: CliContext): void {
  const { messages } = context;
  const [texts, shared] = [messages.drift.cli, messages.cli.scan];
  const command = program.subcommand('drift');
  command.description(texts.description);
  const common = addCommonOptions(command, driftFormatNames, messages);
  command
    .option('--code <DIR>', texts.code)
    .option('--live <SNAPSHOT>', texts.live)
    .option('--state <FILE>', texts.state, collectOne)
    .option('--stack <NAME>', texts.stack, collectList)
    .option('--events <FILE...>', texts.events)
    .option('--fail-on <LEVEL>', texts.failOn, oneOf('--fail-on', [...severities, 'none'], messages))
    .option('--config <FILE>', shared.config)
    .option('--checks <DIR>', messages.ownChecks.cli.checks, collectOne)
    .option('--allow-typescript-checks', messages.ownChecks.cli.allow)
    .option('--var-file <FILE>', shared.varFile, collectOne)
    .option('--var <NAME=VALUE>', shared.var, collectOne)
    .option('--workspace <NAME>', shared.workspace)
    .option('--limit <NUMBER>', texts.limit, (value: string) => {
      if (!/^\d{1,6}$/.test(value)) throw usage(messages.cli.notANumber('--limit', value));
      return Number(value);
    });
  command.addHelpText('after', `\n${texts.exitCodes}`);
  command.action(async () => {
    const flags = command.opts<DriftFlags>();
    context.finish(await run(flags, common(context.language), context));
  });
}

async function run(flags: DriftFlags, common: CommonOptions, context: CliContext): Promise<number> {
  const { environment, messages, language } = context;
  const { cwd, now } = environment;
  if (flags.code === undefined) throw usage(messages.drift.cli.needs('--code DIR'));
  if (flags.live === undefined) throw usage(messages.drift.cli.needs('--live SNAPSHOT'));
  const { report, failOn } = await detectDrift({
    code: flags.code,
    live: await collected(flags.live, common, context),
    states: flags.state ?? [],
    stacks: flags.stack ?? [],
    events: flags.events ?? [],
    cwd,
    now,
    language,
    configFile: flags.config ?? null,
    checkFolders: flags.checks ?? [],
    allowTypeScriptChecks: flags.allowTypescriptChecks === true,
    varFiles: flags.varFile ?? [],
    variables: assignments(flags.var ?? [], context),
    workspace: flags.workspace ?? null,
  });
  for (const { format, file } of common.outputs) {
    const color = file === null && wantsColor(environment, common.color);
    const text = await renderDrift(report, { format, language, color, width: widthOf(environment), limit: flags.limit ?? DEFAULT_LIMIT });
    if (file === null) environment.stdout.write(text);
    else writeResult(file, text, { cwd, messages });
    if (file !== null && !common.quiet) environment.stderr.write(`${messages.cli.written(file)}\n`);
  }
  return exitCode(report, flags.failOn ?? failOn ?? 'high');
}

/** A live account is collected first; how far that is shows on one line. */
async function collected(live: string, { quiet, language }: CommonOptions, { environment, messages }: CliContext): Promise<string> {
  const { cwd, variables, now } = environment;
  const progress = collectProgress(environment, messages, quiet);
  try {
    const [folder] = await collectTargets([live], { cwd, variables, now, language, onProgress: (each) => progress.update(each) });
    return folder ?? live;
  } finally {
    progress.end();
  }
}

function assignments(written: readonly string[], { messages }: CliContext): ReadonlyMap<string, string> {
  return new Map(
    written.map((assignment) => {
      const at = assignment.indexOf('=');
      if (at < 1) throw usage(messages.cli.notAnAssignment(assignment));
      return [assignment.slice(0, at).trim(), assignment.slice(at + 1)] as const;
    }),
  );
}

/** 1 when drift that nobody expects makes a check fail at or above the level. */
function exitCode({ summary }: DriftReport, level: Severity | 'none'): number {
  const limit = level === 'none' ? -1 : severities.indexOf(level);
  return severities.some((severity, index) => index <= limit && summary.worse[severity] > 0) ? 1 : 0;
}
