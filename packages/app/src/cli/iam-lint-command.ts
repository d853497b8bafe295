/** `kumomori iam lint TARGET…` */
import { lintAccess, markdownText, painter, plain, toJson, wrap } from '../use-cases/index.ts';
import type { LintEntry, LintReport } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { addCommonOptions, oneOf } from './common-options.ts';
import type { CliContext } from './program.ts';
import { wantsColor, widthOf, writeResult } from './write.ts';

const KINDS = ['identity', 'boundary', 'session', 'resource', 'trust', 'scp', 'rcp', 'vpce'] as const;
const LEVELS = ['error', 'security', 'warning', 'suggestion'] as const;
const COLORS = { error: 'red', security: 'red', warning: 'yellow', suggestion: 'cyan' } as const;

interface LintFlags {
  readonly kind?: (typeof KINDS)[number];
  readonly account?: string;
  readonly failOn?: (typeof LEVELS)[number] | 'none';
}

export function addIamLintCommand(parent: CliCommand, context: CliContext): void {
  const { messages, environment, language, finish } = context;
  const texts = messages.iamLint;
  const command = parent.subcommand('lint');
  command.description(texts.description).argument('<targets...>', texts.targets);
  command.option('--kind <KIND>', texts.kind, oneOf('--kind', [...KINDS], messages)).option('--account <ID>', texts.account);
  command.option('--fail-on <LEVEL>', texts.failOn, oneOf('--fail-on', [...LEVELS, 'none'], messages));
  const common = addCommonOptions(command, ['table', 'json', 'markdown'], messages);
  command.action(async (targets: string[]) => {
    const { outputs, color, quiet } = common(language);
    const { kind = null, account = null, failOn = 'security' } = command.opts<LintFlags>();
    const report = await lintAccess({ targets, kind, account, cwd: environment.cwd, language });
    for (const { format, file } of outputs) {
      const isColored = file === null && wantsColor(environment, color);
      const text =
        format === 'json' ? toJson(report) : format === 'markdown' ? lintMarkdown(report, context) : lintTable(report, context, isColored);
      if (file === null) environment.stdout.write(text);
      else writeResult(file, text, { cwd: environment.cwd, messages });
      if (file !== null && !quiet) environment.stderr.write(`${messages.cli.written(file)}\n`);
    }
    const limit = failOn === 'none' ? -1 : LEVELS.indexOf(failOn);
    finish(report.findings.some(({ level }) => LEVELS.indexOf(level) <= limit) ? 1 : 0);
  });
}

function whereOf({ node, file, line, path }: LintEntry): string {
  const place = file === null || file === node ? '' : ` ${file}${line === null ? '' : `:${line}`}`;
  return `${node}${place}${path === '' ? '' : ` ${path}`}`;
}

function lintTable(report: LintReport, { messages, environment }: CliContext, color: boolean): string {
  const paint = painter(color);
  const width = Math.max(40, widthOf(environment) - 4);
  const lines = report.findings.flatMap((entry) => [
    `${paint(COLORS[entry.level], messages.iamLint.levels[entry.level])} ${entry.id} ${plain(whereOf(entry))}`,
    ...wrap(plain(entry.message), width).map((line) => `    ${line}`),
  ]);
  const problems = report.diagnostics
    .filter(({ severity }) => severity !== 'info')
    .map(({ file, message }) => plain(`${file}: ${message}`));
  return `${[...lines, ...problems, messages.iamLint.summary(report.findings.length, report.policies)].join('\n')}\n`;
}

function lintMarkdown(report: LintReport, { messages }: CliContext): string {
  const { columns, levels, summary } = messages.iamLint;
  const rows = report.findings.map(
    (entry) => `| ${[levels[entry.level], entry.id, whereOf(entry), entry.message].map(markdownText).join(' | ')} |`,
  );
  const head = [`| ${columns.level} | ${columns.lint} | ${columns.where} | ${columns.message} |`, '|---|---|---|---|'];
  return `${[...(rows.length === 0 ? [] : [...head, ...rows, '']), summary(report.findings.length, report.policies)].join('\n')}\n`;
}
