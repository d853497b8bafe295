/** `kumomori report --framework ID[@VERSION] TARGET…|--from scan.json [--answers FILE]` */
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { FrameworkReport } from '../use-cases/index.ts';
import { collectTargets, frameworkReportFormatNames, renderFrameworkReport, reportFramework } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { usage } from './command.ts';
import type { OutputRequest } from './common-options.ts';
import { addCommonOptions, collectOne } from './common-options.ts';
import { collectProgress } from './collect-progress.ts';
import type { CliContext } from './program.ts';
import { noProgress, progressBar } from './progress.ts';
import { writeResult } from './write.ts';

interface ReportFlags {
  readonly framework?: string;
  readonly frameworkFile?: readonly string[];
  readonly from?: string;
  readonly answers?: string;
  readonly previous?: string;
  readonly config?: string;
  readonly checks?: readonly string[];
  readonly allowTypescriptChecks?: boolean;
}

export function addReportCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.reports.cli;
  const command = program.subcommand('report');
  command.description(texts.description).argument('[target...]', texts.target);
  command
    .option('--framework <ID>', texts.framework)
    .option('--framework-file <FILE>', texts.frameworkFile, collectOne)
    .option('--from <FILE>', texts.from)
    .option('--answers <FILE>', texts.answers)
    .option('--previous <FILE>', texts.previous)
    .option('--config <FILE>', texts.config)
    .option('--checks <DIR>', messages.ownChecks.cli.checks, collectOne)
    .option('--allow-typescript-checks', messages.ownChecks.cli.allow);
  const common = addCommonOptions(command, frameworkReportFormatNames, messages);
  command.action(async (targets: string[]) => {
    const flags = command.opts<ReportFlags>();
    const {
      framework,
      frameworkFile: frameworkFiles = [],
      from = null,
      answers = null,
      previous = null,
      config = null,
      checks: checkFolders = [],
    } = flags;
    const { outputs, quiet } = common(language);
    if (targets.length === 0 && from === null) throw usage(texts.noTarget);
    if (targets.length > 0 && from !== null) throw usage(texts.bothTargets);
    if (framework === undefined) throw usage(texts.needsFramework);
    refuseBinaryOutput(outputs, context);
    const { cwd, variables, now } = environment;
    const progress = quiet ? noProgress : progressBar(environment, messages);
    const collecting = collectProgress(environment, messages, quiet);
    try {
      const folders =
        from === null
          ? await collectTargets(targets, { cwd, variables, now, language, onProgress: (each) => collecting.update(each) })
          : [];
      collecting.end();
      const report = await reportFramework({
        ...{ checkFolders, allowTypeScriptChecks: flags.allowTypescriptChecks === true },
        ...{ framework, frameworkFiles, from, answers, previous, configFile: config, cwd, now, language, targets: folders },
        space: { folder: resolve(cwd, variables['TMPDIR'] || tmpdir()) },
        onProgress: (each) => progress.update(each),
      });
      progress.end();
      for (const request of outputs) await put(report, request, { quiet, context });
    } finally {
      collecting.end();
      progress.end();
    }
  });
}

/** Bytes on a terminal help nobody. */
function refuseBinaryOutput(outputs: readonly OutputRequest[], { messages }: CliContext): void {
  const binary = outputs.find(({ format, file }) => file === null && (format === 'pdf' || format === 'xlsx'));
  if (binary) throw usage(messages.reports.cli.binary(binary.format));
}

interface Put {
  readonly quiet: boolean;
  readonly context: CliContext;
}

async function put(report: FrameworkReport, { format, file }: OutputRequest, { quiet, context }: Put): Promise<void> {
  const { environment, messages, language } = context;
  const content = await renderFrameworkReport(report, format, language);
  if (file === null) {
    environment.stdout.write(typeof content === 'string' ? content : Buffer.from(content).toString('latin1'));
    return;
  }
  writeResult(file, content, { cwd: environment.cwd, messages });
  if (!quiet) environment.stderr.write(`${messages.cli.written(file)}\n`);
}
