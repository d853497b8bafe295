/** `kumomori frameworks [ID[@VERSION]]` */
import { describeFramework, listFrameworks, renderGrid } from '../use-cases/index.ts';
import type { FrameworkDetail, FrameworkRow } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addCommonOptions, collectOne } from './common-options.ts';
import type { CliContext } from './program.ts';
import { widthOf, writeResult } from './write.ts';

export function addFrameworksCommand(program: CliCommand, context: CliContext): void {
  const { messages, environment, language } = context;
  const texts = messages.cli.frameworks;
  const command = program.subcommand('frameworks');
  command.description(texts.description).argument('[framework]', texts.framework);
  command.option('--framework-file <FILE>', messages.reports.cli.frameworkFile, collectOne);
  const common = addCommonOptions(command, ['table', 'json'], messages);
  command.action(async (name: string | undefined) => {
    const { frameworkFile: frameworkFiles = [] } = command.opts<{ frameworkFile?: readonly string[] }>();
    const options = { language, frameworkFiles, cwd: environment.cwd };
    const rows = name === undefined ? await listFrameworks(options) : [];
    const details = name === undefined ? [] : await describeFramework(name, options);
    for (const { format, file } of common(language).outputs) {
      const people = name === undefined ? tableOf(rows, context) : details.map((each) => frameworkText(each, context)).join('\n\n');
      const text = format === 'json' ? JSON.stringify(name === undefined ? rows : details, null, 2) : people;
      if (file === null) environment.stdout.write(`${text}\n`);
      else writeResult(file, `${text}\n`, { cwd: environment.cwd, messages });
    }
  });
}

function tableOf(rows: readonly FrameworkRow[], { messages, environment }: CliContext): string {
  const titles = messages.cli.frameworks.columns;
  const columns = [
    { title: titles.id },
    { title: titles.name, shrinks: true },
    ...[titles.controls, titles.automated, titles.manual, titles.checks].map((title) => ({ title, align: 'right' as const })),
  ];
  const cells = rows.map((row) => [
    `${row.framework}@${row.version}`,
    row.complete ? row.name : `${row.name} *`,
    ...[row.controls, row.automated, row.manual, row.checks].map(String),
  ]);
  const note = rows.some((row) => !row.complete) ? ['', messages.cli.frameworks.incomplete] : [];
  return [...renderGrid(columns, cells, { width: widthOf(environment) }), ...note].join('\n');
}

/** One framework with its controls; also what `explain cis-aws@5.0` shows. */
export function frameworkText(framework: FrameworkDetail, { messages, environment }: CliContext): string {
  const texts = messages.cli.frameworks;
  const rows = framework.list.flatMap(({ control, title: own, checks }) =>
    checks.length === 0 ? [[control, texts.manual, own]] : checks.map(({ id, title }, index) => [index === 0 ? control : '', id, title]),
  );
  const columns = [
    { title: texts.columns.control },
    { title: texts.columns.check, shrinks: true },
    { title: texts.columns.title, shrinks: true },
  ];
  return [
    `${framework.name} (${framework.framework}@${framework.version})`,
    texts.counts(framework.controls, framework.automated, framework.manual),
    ...(framework.complete ? [] : [texts.incomplete]),
    '',
    ...renderGrid(columns, rows, { width: widthOf(environment) }),
  ].join('\n');
}
