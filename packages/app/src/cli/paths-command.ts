/** `kumomori paths TARGET…` and `kumomori paths diff BEFORE AFTER` */
import type { Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import {
  diffAttackPaths,
  findAttackPaths,
  listPathQueries,
  pathsFormatNames,
  renderGrid,
  renderPaths,
  renderPathsDiff,
  toJson,
} from '../use-cases/index.ts';
import type { PathEntry } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { usage } from './command.ts';
import type { CommonOptions } from './common-options.ts';
import { addCommonOptions, collectList, collectOne, oneOf } from './common-options.ts';
import type { CliContext } from './program.ts';
import { wantsColor, widthOf, writeResult } from './write.ts';

interface PathsFlags {
  readonly people?: string;
  readonly vulnerabilities?: string;
  readonly knownAccount?: readonly string[];
  readonly account?: string;
  readonly limit?: number;
  readonly patches?: boolean;
  readonly ways?: number;
  readonly failOn?: Severity | 'none';
  readonly config?: string;
  readonly varFile?: readonly string[];
  readonly workspace?: string;
}

const DEFAULT_LIMIT = 5;

export function addPathsCommand(program: CliCommand, context: CliContext): void {
  const { messages } = context;
  const command = program.subcommand('paths');
  command.description(messages.paths.cli.description).argument('<target...>', messages.paths.cli.targets);
  command.option('--patches', messages.paths.cli.patches).option('--ways <NUMBER>', messages.paths.cli.ways, (value: string) => {
    if (!/^[1-5]$/.test(value)) throw usage(messages.paths.cli.waysRange(value));
    return Number(value);
  });
  const common = addOptions(command, context);
  command.action(async (targets: string[]) => {
    const flags = command.opts<PathsFlags>();
    const { patches = false, ways = 1 } = flags;
    const report = await findAttackPaths({ ...asked(flags, context), targets, patches, ways });
    await write(common(context.language), context, (options) => renderPaths(report, { ...options, limit: flags.limit ?? DEFAULT_LIMIT }));
    context.finish(exitCode(report.paths, flags.failOn ?? 'high'));
  });
  addDiffCommand(command, context);
  addQueriesCommand(command, context);
}

function addDiffCommand(parent: CliCommand, context: CliContext): void {
  const texts = context.messages.paths.cli;
  const command = parent.subcommand('diff');
  command.description(texts.diff).argument('<before>', texts.before).argument('<after>', texts.after);
  const common = addOptions(command, context);
  command.action(async (before: string, after: string) => {
    const flags = command.opts<PathsFlags>();
    const { diff } = await diffAttackPaths({ ...asked(flags, context), before: before.split(','), after: after.split(',') });
    await write(common(context.language), context, (options) => renderPathsDiff(diff, { ...options, limit: flags.limit ?? DEFAULT_LIMIT }));
    context.finish(exitCode(diff.opened, flags.failOn ?? 'high'));
  });
}

function addQueriesCommand(parent: CliCommand, context: CliContext): void {
  const { environment, messages, language } = context;
  const texts = messages.paths.cli;
  const command = parent.subcommand('queries');
  command.description(texts.queries);
  const common = addCommonOptions(command, ['table', 'json'], messages);
  command.action(async () => {
    const queries = await listPathQueries(language);
    for (const { format, file } of common(language).outputs) {
      const columns = [{ title: texts.query }, { title: texts.question, shrinks: true }];
      const grid = renderGrid(
        columns,
        queries.map(({ id, title }) => [id, title]),
        { width: widthOf(environment), color: file === null && wantsColor(environment, true) },
      );
      const text = format === 'json' ? toJson(queries) : `${grid.join('\n')}\n\n${texts.queriesNote}\n`;
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd: environment.cwd, messages });
    }
  });
}

function addOptions(command: CliCommand, { messages }: CliContext): ReturnType<typeof addCommonOptions> {
  const [texts, shared] = [messages.paths.cli, messages.cli.scan];
  command
    .option('--people <FILE>', texts.people)
    .option('--vulnerabilities <FILE>', texts.vulnerabilities)
    .option('--known-account <ID>', texts.knownAccount, collectList)
    .option('--account <ID>', texts.account)
    .option('--fail-on <LEVEL>', texts.failOn, oneOf('--fail-on', [...severities, 'none'], messages))
    .option('--limit <NUMBER>', texts.limit, (value: string) => {
      if (!/^\d{1,6}$/.test(value)) throw usage(messages.cli.notANumber('--limit', value));
      return Number(value);
    })
    .option('--config <FILE>', shared.config)
    .option('--var-file <FILE>', shared.varFile, collectOne)
    .option('--workspace <NAME>', shared.workspace);
  command.addHelpText('after', `\n${texts.exitCodes}`);
  return addCommonOptions(command, pathsFormatNames, messages);
}

type Asked = Omit<Parameters<typeof findAttackPaths>[0], 'targets'>;

function asked(flags: PathsFlags, { environment, language }: CliContext): Asked {
  return {
    cwd: environment.cwd,
    now: environment.now,
    language,
    people: flags.people ?? null,
    vulnerabilities: flags.vulnerabilities ?? null,
    knownAccounts: flags.knownAccount ?? [],
    account: flags.account ?? null,
    configFile: flags.config ?? null,
    varFiles: flags.varFile ?? [],
    workspace: flags.workspace ?? null,
  };
}

interface Rendering {
  readonly format: string;
  readonly language: CommonOptions['language'];
  readonly color: boolean;
  readonly width: number;
}

async function write(
  common: CommonOptions,
  { environment, messages, language }: CliContext,
  render: (options: Rendering) => Promise<string>,
): Promise<void> {
  for (const { format, file } of common.outputs) {
    const color = file === null && wantsColor(environment, common.color);
    const text = await render({ format, language, color, width: widthOf(environment) });
    if (file === null) environment.stdout.write(text);
    else writeResult(file, text, { cwd: environment.cwd, messages });
    if (file !== null && !common.quiet) environment.stderr.write(`${messages.cli.written(file)}\n`);
  }
}

function exitCode(paths: readonly PathEntry[], level: Severity | 'none'): number {
  const limit = level === 'none' ? -1 : severities.indexOf(level);
  return paths.some(({ severity }) => severities.indexOf(severity) <= limit) ? 1 : 0;
}
