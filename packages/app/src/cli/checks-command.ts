/** `kumomori checks` */
import { listChecks, openOwnChecks, renderGrid } from '../use-cases/index.ts';
import type { CheckRow } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addCommonOptions, collectList, collectOne } from './common-options.ts';
import { addNewCheck, addShapeCommand, addTestChecks, diagnosticLine } from './own-checks-commands.ts';
import type { CliContext } from './program.ts';
import { widthOf, writeResult } from './write.ts';

interface ChecksFlags {
  readonly check?: readonly string[];
  readonly framework?: readonly string[];
  readonly severity?: readonly string[];
  readonly type?: readonly string[];
  readonly checks?: readonly string[];
  readonly allowTypescriptChecks?: boolean;
}

export function addChecksCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.cli.checks;
  const command = program.subcommand('checks');
  command.description(texts.description);
  const common = addCommonOptions(command, ['table', 'json'], messages);
  command
    .option('--check <ID>', texts.check, collectList)
    .option('--framework <ID>', messages.cli.scan.framework, collectList)
    .option('--severity <LEVEL>', messages.cli.scan.severity, collectList)
    .option('--type <TYPE>', texts.type, collectList)
    .option('--checks <DIR>', messages.ownChecks.cli.checks, collectOne)
    .option('--allow-typescript-checks', messages.ownChecks.cli.allow);
  addNewCheck(command, context);
  addTestChecks(command, context);
  addShapeCommand(command, context);
  command.action(async () => {
    const {
      check = [],
      framework = [],
      severity = [],
      type = [],
      checks = [],
      allowTypescriptChecks = false,
    } = command.opts<ChecksFlags>();
    const { catalogue, diagnostics } = await openOwnChecks({
      targets: [],
      cwd: environment.cwd,
      language,
      checkFolders: checks,
      allowTypeScriptChecks: allowTypescriptChecks,
    });
    for (const each of diagnostics) environment.stderr.write(`${diagnosticLine(each)}\n`);
    const rows = await listChecks({ language, checks: check, frameworks: framework, severities: severity, types: type, catalogue });
    for (const { format, file } of common(language).outputs) {
      const text = format === 'json' ? `${JSON.stringify(rows, null, 2)}\n` : tableOf(rows, context);
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd: environment.cwd, messages });
    }
  });
}

function tableOf(rows: readonly CheckRow[], { messages, environment }: CliContext): string {
  const titles = messages.cli.checks.columns;
  const columns = [
    { title: titles.severity },
    { title: titles.id },
    { title: titles.title, shrinks: true },
    { title: titles.type, shrinks: true },
  ];
  const cells = rows.map((row) => [row.severity, row.id, row.title, row.resourceType]);
  return `${[...renderGrid(columns, cells, { width: widthOf(environment) }), '', messages.cli.checks.count(rows.length)].join('\n')}\n`;
}
