/** `kumomori scan TARGET…` */
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { Findings, Severity, Status } from '@kumomori/model';
import { NEWEST_POD_SECURITY, severities } from '@kumomori/model';
import { AppError } from '../errors.ts';
import {
  collectTargets,
  fixFindings,
  formatNames,
  reportPieces,
  scanChanges,
  scanDiff,
  scanLarge,
  writeFixes,
} from '../use-cases/index.ts';
import { changedSinceText } from './changed-since-text.ts';
import type { Messages, ScanOptions, ScanResult } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { usage } from './command.ts';
import type { CommonOptions, OutputRequest } from './common-options.ts';
import { addCommonOptions, collectList, collectOne, oneOf } from './common-options.ts';
import { collectProgress } from './collect-progress.ts';
import { renderPreview } from './exceptions-text.ts';
import { fixText } from './fix-text.ts';
import { printInputs } from './inputs-text.ts';
import { printNaming } from './naming-text.ts';
import type { CliEnvironment } from './environment.ts';
import type { CliContext } from './program.ts';
import { noProgress, progressBar } from './progress.ts';
import { watchFolders } from './watch.ts';
import { wantsColor, widthOf, writeResult } from './write.ts';

interface ScanFlags {
  readonly html?: string;
  readonly failOn?: Severity | 'none';
  readonly failOnUnknown?: boolean;
  readonly include?: readonly string[];
  readonly check?: readonly string[];
  readonly skipCheck?: readonly string[];
  readonly framework?: readonly string[];
  readonly frameworkFile?: readonly string[];
  readonly severity?: readonly string[];
  readonly config?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly external?: readonly string[];
  readonly preview?: boolean;
  readonly varFile?: readonly string[];
  readonly var?: readonly string[];
  readonly tfVarEnv?: boolean;
  readonly workspace?: string;
  readonly source?: string;
  readonly explainInputs?: boolean;
  readonly proposeNaming?: boolean;
  readonly secrets?: boolean;
  readonly gitHistory?: boolean;
  readonly blame?: boolean;
  readonly snapshot?: string;
  readonly changedSince?: string;
  readonly diff?: string;
  readonly helm?: boolean;
  readonly kustomize?: boolean;
  readonly bicep?: boolean;
  readonly paths?: boolean;
  readonly people?: string;
  readonly pssLevel?: 'baseline' | 'restricted';
  readonly pssVersion?: number;
  readonly watch?: boolean;
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly patches?: boolean;
  readonly limit?: number;
  readonly checks?: readonly string[];
  readonly allowTypescriptChecks?: boolean;
  readonly rego?: readonly string[];
}

const INCLUDABLE: readonly Status[] = ['pass', 'not-applicable', 'fail', 'unknown'];
const DEFAULT_LIMIT = 10;
const PSS_LEVELS = ['baseline', 'restricted'] as const;

export function addScanCommand(program: CliCommand, context: CliContext): void {
  const { messages } = context;
  const texts = messages.cli.scan;
  const command = program.subcommand('scan');
  command.description(texts.description).argument('<target...>', texts.target);
  const common = addCommonOptions(command, formatNames, messages);
  command
    .option('--html <FILE>', texts.html)
    .option('--fail-on <LEVEL>', texts.failOn, oneOf('--fail-on', [...severities, 'none'], messages))
    .option('--fail-on-unknown', texts.failOnUnknown)
    .option('--include <STATUS>', texts.include, collectList)
    .option('--check <ID>', texts.check, collectList)
    .option('--skip-check <ID>', texts.skipCheck, collectList)
    .option('--framework <ID>', texts.framework, collectList)
    .option('--framework-file <FILE>', messages.reports.cli.frameworkFile, collectOne)
    .option('--checks <DIR>', messages.ownChecks.cli.checks, collectOne)
    .option('--allow-typescript-checks', messages.ownChecks.cli.allow)
    .option('--rego <FILE>', messages.rego.option, collectOne)
    .option('--severity <LEVEL>', texts.severity, collectList)
    .option('--config <FILE>', texts.config)
    .option('--baseline <FILE>', texts.baseline)
    .option('--write-baseline <FILE>', texts.writeBaseline)
    .option('--external <FILE>', texts.external, collectOne)
    .option('--preview-exceptions, --preview', texts.preview)
    .option('--var-file <FILE>', texts.varFile, collectOne)
    .option('--var <NAME=VALUE>', texts.var, collectOne)
    .option('--tf-var-env', texts.tfVarEnv)
    .option('--workspace <NAME>', texts.workspace)
    .option('--source <DIR>', texts.source)
    .option('--explain-inputs', texts.explainInputs)
    .option('--propose-naming', texts.proposeNaming)
    .option('--no-secrets', texts.noSecrets)
    .option('--git-history', texts.gitHistory)
    .option('--blame', texts.blame)
    .option('--snapshot <DIR>', texts.snapshot)
    .option('--changed-since <DIR>', texts.changedSince)
    .option('--diff <BASE>', messages.scanDiff.option)
    .option('--helm', texts.helm)
    .option('--kustomize', texts.kustomize)
    .option('--bicep', texts.bicep)
    .option('--paths', texts.paths)
    .option('--people <FILE>', messages.paths.cli.people)
    .option('--pss-level <LEVEL>', texts.pssLevel, oneOf('--pss-level', PSS_LEVELS, messages))
    .option('--pss-version <VERSION>', texts.pssVersion, (value: string) => pssVersion(value, messages))
    .option('--limit <NUMBER>', texts.limit, (value: string) => {
      if (!/^\d{1,6}$/.test(value)) throw usage(messages.cli.notANumber('--limit', value));
      return Number(value);
    })
    .option('--fix', messages.fixes.cli.fix)
    .option('--dry-run', messages.fixes.cli.dryRun)
    .option('--patches', messages.fixes.cli.patches)
    .option('--watch', texts.watch);
  command.addHelpText('after', `\n${texts.exitCodes}`);
  command.action(async (targets: string[]) => {
    const flags = command.opts<ScanFlags>();
    if (flags.explainInputs) return printInputs(targets, common(context.language), context);
    if (flags.proposeNaming)
      return printNaming(scanOptions({ targets, flags, common: common(context.language), context }), common(context.language), context);
    const run = new ScanRun({
      targets: await collected(targets, common(context.language), context),
      flags,
      common: common(context.language),
      context,
    });
    checkFixFlags(flags, messages);
    context.finish((await run.fix()) ? await run.once() : 0);
    if (flags.watch) await run.watch();
  });
}

/** Live accounts are collected first; how far that is shows on one line. */
async function collected(targets: readonly string[], { quiet, language }: CommonOptions, context: CliContext): Promise<readonly string[]> {
  const { environment, messages } = context;
  const { cwd, variables, now } = environment;
  const progress = collectProgress(environment, messages, quiet);
  try {
    return await collectTargets(targets, { cwd, variables, now, language, onProgress: (each) => progress.update(each) });
  } finally {
    progress.end();
  }
}

type LargeResult = ScanResult<Findings>;

interface ScanRequest {
  readonly targets: readonly string[];
  readonly flags: ScanFlags;
  readonly common: CommonOptions;
  readonly context: CliContext;
}

class ScanRun {
  readonly #request: ScanRequest;
  readonly #options: ScanOptions;

  constructor(request: ScanRequest) {
    this.#request = request;
    this.#options = scanOptions(request);
  }

  /** Writes fixes, when they are asked for; false when that was all. */
  async fix(): Promise<boolean> {
    const { flags, common, context } = this.#request;
    if (!flags.fix) return true;
    const report = await fixFindings(this.#options);
    const { text, diff } = fixText(report, context.messages, { isWritten: flags.dryRun !== true, language: context.language });
    if (flags.dryRun === true) {
      for (const { file } of common.outputs) this.#put(file, diff);
      this.#say(text);
      return false;
    }
    await writeFixes(report.files, context);
    this.#say(text);
    return true;
  }

  /** Scans and prints; the exit code. */
  async once(): Promise<number> {
    const { common, context } = this.#request;
    const { environment, messages } = context;
    const progress = common.quiet ? noProgress : progressBar(environment, messages);
    const result = await this.#scan(
      (each) => progress.update(each),
      () => progress.end(),
    );
    try {
      return await this.#report(result);
    } finally {
      result.close();
    }
  }

  async #report(result: LargeResult): Promise<number> {
    const { flags, common, context } = this.#request;
    const { environment, messages } = context;
    if (flags.preview) {
      for (const { format, file } of common.outputs)
        this.#put(file, renderPreview(result.exceptions, { format, messages, width: widthOf(environment) }));
      return 0;
    }
    await this.#print(result);
    if (result.unreadable.length > 0) throw new AppError('target-unreadable', { message: messages.target.unreadable(result.unreadable) });
    if (flags.writeBaseline === undefined) return exitCode(result, flags);
    writeResult(flags.writeBaseline, result.baselinePieces(), { cwd: environment.cwd, messages });
    this.#say(messages.cli.written(flags.writeBaseline));
    return 0;
  }

  async watch(): Promise<void> {
    const { targets, context } = this.#request;
    this.#say(context.messages.cli.watching);
    await watchFolders(targets, context.environment, async () => {
      this.#say(context.messages.cli.changed);
      await this.once();
    });
  }

  async #scan(onProgress: NonNullable<ScanOptions['onProgress']>, done: () => void): Promise<LargeResult> {
    try {
      const space = { folder: temporaryFolder(this.#request.context.environment) };
      const { changedSince, diff, patches } = this.#request.flags;
      if (changedSince !== undefined && diff !== undefined) throw usage(this.#request.context.messages.scanDiff.notBoth);
      const options = { ...this.#options, onProgress, ...(patches === true && { patches: await patchesOf(this.#options) }) };
      if (diff !== undefined) return await scanDiff(diff, options, space);
      return await (changedSince === undefined ? scanLarge(options, space) : scanChanges(changedSince, options, space));
    } finally {
      done();
    }
  }

  async #print(result: LargeResult): Promise<void> {
    const { flags, common, context } = this.#request;
    const { environment, language } = context;
    const html: readonly OutputRequest[] = flags.html === undefined ? [] : [{ format: 'html', file: flags.html }];
    const requests = [...html, ...common.outputs];
    const htmlReport = requests.find((each) => each.format === 'html' && each.file !== null)?.file ?? null;
    for (const { format, file } of requests) {
      const pieces = await reportPieces(result, {
        format,
        language,
        color: file === null && wantsColor(environment, common.color),
        width: widthOf(environment),
        limit: flags.limit ?? DEFAULT_LIMIT,
        htmlReport,
      });
      const { changedSince } = result.report;
      const isTold = format === 'table' && changedSince;
      this.#put(file, isTold ? [...pieces, changedSinceText(changedSince, context, flags.limit ?? DEFAULT_LIMIT)] : pieces);
    }
  }

  #put(file: string | null, text: string | Iterable<string>): void {
    const { environment, messages } = this.#request.context;
    if (file === null) {
      let last = '';
      for (const piece of typeof text === 'string' ? [text] : text) {
        environment.stdout.write(piece);
        last = piece;
      }
      if (!last.endsWith('\n')) environment.stdout.write('\n');
      return;
    }
    writeResult(file, text, { cwd: environment.cwd, messages });
    this.#say(messages.cli.written(file));
  }

  #say(text: string): void {
    if (!this.#request.common.quiet) this.#request.context.environment.stderr.write(`${text}\n`);
  }
}

function checkFixFlags(flags: ScanFlags, { fixes: { cli } }: Messages): void {
  if (flags.dryRun && !flags.fix) throw usage(cli.onlyWithFix);
  if (flags.fix && flags.watch) throw usage(cli.notTogether('--watch'));
  if (flags.fix && flags.diff !== undefined) throw usage(cli.notTogether('--diff'));
  if (flags.fix && flags.changedSince !== undefined) throw usage(cli.notTogether('--changed-since'));
}

async function patchesOf(options: ScanOptions): Promise<ReadonlyMap<string, string>> {
  const { outcomes } = await fixFindings(options, { apart: true });
  return new Map(outcomes.flatMap(({ fingerprint, patch }) => (patch === null ? [] : [[fingerprint, patch] as const])));
}

function scanOptions({ targets, flags, context }: ScanRequest): ScanOptions {
  const { environment, language, messages } = context;
  const isStatus = oneOf('--include', INCLUDABLE, messages);
  return {
    targets,
    cwd: environment.cwd,
    now: environment.now,
    language,
    configFile: flags.config ?? null,
    checks: flags.check ?? [],
    skipChecks: flags.skipCheck ?? [],
    frameworks: flags.framework ?? [],
    frameworkFiles: flags.frameworkFile ?? [],
    severities: flags.severity ?? [],
    include: (flags.include ?? []).map(isStatus),
    varFiles: flags.varFile ?? [],
    variables: variablesOf({ flags, context }),
    workspace: flags.workspace ?? null,
    source: flags.source ?? null,
    secrets: flags.secrets !== false,
    gitHistory: flags.gitHistory === true,
    blame: flags.blame === true,
    snapshot: flags.snapshot ?? null,
    helm: flags.helm === true,
    kustomize: flags.kustomize === true,
    bicep: flags.bicep === true,
    paths: flags.paths === true,
    people: flags.people ?? null,
    podSecurity: {
      ...(flags.pssLevel !== undefined && { level: flags.pssLevel }),
      ...(flags.pssVersion !== undefined && { version: flags.pssVersion }),
    },
    baseline: flags.baseline ?? null,
    external: flags.external ?? [],
    previewExceptions: flags.preview === true,
    checkFolders: flags.checks ?? [],
    allowTypeScriptChecks: flags.allowTypescriptChecks === true,
    rego: flags.rego ?? [],
  };
}

/** `v1.29`, `1.29` or `latest` → the minor version. Versions that are newer than the newest known are judged by that one. */
function pssVersion(value: string, messages: Messages): number {
  if (value === 'latest') return NEWEST_POD_SECURITY;
  const minor = /^v?1\.(\d{1,3})(?:\.\d{1,3})?$/.exec(value)?.[1];
  if (minor === undefined) throw usage(messages.cli.notAVersion('--pss-version', value));
  return Math.min(Number(minor), NEWEST_POD_SECURITY);
}

const ENVIRONMENT_PREFIX = 'TF_VAR_';

/** TF_VAR_ of the environment only when asked for: a scan must not depend on the shell it was started in. */
function variablesOf({ flags, context }: Pick<ScanRequest, 'flags' | 'context'>): ReadonlyMap<string, string> {
  const { environment, messages } = context;
  const variables = new Map<string, string>();
  for (const [name, value] of flags.tfVarEnv ? Object.entries(environment.variables) : []) {
    if (name.startsWith(ENVIRONMENT_PREFIX) && value !== undefined) variables.set(name.slice(ENVIRONMENT_PREFIX.length), value);
  }
  for (const assignment of flags.var ?? []) {
    const at = assignment.indexOf('=');
    if (at < 1) throw usage(messages.cli.notAnAssignment(assignment));
    variables.set(assignment.slice(0, at).trim(), assignment.slice(at + 1));
  }
  return variables;
}

/** 1 when something open is at or above the level (kumomori.yaml, default high), or unknown and asked for; compared with a base, what is new. */
function exitCode({ report: { summary, diff }, failOn }: LargeResult, flags: ScanFlags): number {
  const level = flags.failOn ?? failOn ?? 'high';
  const limit = level === 'none' ? -1 : severities.indexOf(level);
  const fails = severities.some((severity, index) => index <= limit && (diff?.newBySeverity ?? summary.bySeverity)[severity] > 0);
  const unknown = flags.failOnUnknown === true && (diff?.newUnknown ?? summary.unknown) > 0;
  return fails || unknown ? 1 : 0;
}

/** Of the environment that is handed in, like everything else. */
function temporaryFolder({ cwd, variables }: CliEnvironment): string {
  return resolve(cwd, variables['TMPDIR'] || tmpdir());
}
