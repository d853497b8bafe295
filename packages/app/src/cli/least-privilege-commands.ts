/** `kumomori iam least-privilege TARGET… --events LOGS…` and `kumomori iam review TARGET… [--events LOGS…]`. */
import { leastPrivilege, renderReview, reviewWhoHasAccess, toJson } from '../use-cases/index.ts';
import type { LeastPrivilegeReport, ReviewReport } from '../use-cases/index.ts';
import type { CliCommand } from './command.ts';
import { usage } from './command.ts';
import { addCommonOptions, collectOne } from './common-options.ts';
import { leastPrivilegeMarkdown, leastPrivilegeTable } from './least-privilege-text.ts';
import type { CliContext } from './program.ts';
import { reviewMarkdown, reviewTable } from './review-text.ts';
import { wantsColor, writeResult } from './write.ts';

interface UsageFlags {
  readonly events?: readonly string[];
  readonly lastAccessed?: readonly string[];
  readonly people?: string;
  readonly since?: number;
  readonly account?: string;
  readonly principal?: string;
  readonly varFile?: readonly string[];
}

export function addLeastPrivilegeCommands(parent: CliCommand, context: CliContext): void {
  const texts = context.messages.leastPrivilege;
  const proposing = usageCommand(parent, 'least-privilege', context);
  proposing.description(texts.description);
  const proposingCommon = addCommonOptions(proposing, ['table', 'json', 'markdown'], context.messages);
  proposing.action(async (targets: string[]) => {
    const flags = proposing.opts<UsageFlags>();
    const { outputs, color, quiet } = proposingCommon(context.language);
    const report = only(await leastPrivilege(optionsOf(targets, flags, context)), flags.principal);
    for (const { format, file } of outputs) {
      const isColored = file === null && wantsColor(context.environment, color);
      const text =
        format === 'json'
          ? toJson(report)
          : format === 'markdown'
            ? leastPrivilegeMarkdown(report, context)
            : leastPrivilegeTable(report, context, isColored);
      write(text, { file, quiet }, context);
    }
  });
  const reviewing = usageCommand(parent, 'review', context);
  reviewing.description(texts.review.description);
  const reviewingCommon = addCommonOptions(reviewing, ['table', 'json', 'markdown', 'csv', 'html'], context.messages);
  reviewing.action(async (targets: string[]) => {
    const flags = reviewing.opts<UsageFlags>();
    const { outputs, color, quiet } = reviewingCommon(context.language);
    const report = await reviewWhoHasAccess(optionsOf(targets, flags, context));
    for (const { format, file } of outputs) {
      const isColored = file === null && wantsColor(context.environment, color);
      write(await reviewText(report, format, { context, isColored }), { file, quiet }, context);
    }
  });
}

function usageCommand(parent: CliCommand, name: string, { messages }: CliContext): CliCommand {
  const { options, target } = messages.leastPrivilege;
  const command = parent.subcommand(name);
  command
    .argument('<target...>', target)
    .option('--events <LOGS>', options.events, collectOne)
    .option('--last-accessed <FILE>', options.lastAccessed, collectOne)
    .option('--since <DAYS>', options.since, (value: string) => {
      if (!/^\d{1,5}$/.test(value) || Number(value) === 0) throw usage(messages.cli.notANumber('--since', value));
      return Number(value);
    })
    .option('--account <ID>', options.account)
    .option('--var-file <FILE>', messages.cli.scan.varFile, collectOne);
  // Who left is judged in the review; a proposal depends on what was used alone.
  if (name === 'least-privilege') command.option('--principal <TEXT>', options.principal);
  else command.option('--people <FILE>', options.people);
  return command;
}

function optionsOf(
  targets: readonly string[],
  flags: UsageFlags,
  { environment, language }: CliContext,
): Parameters<typeof leastPrivilege>[0] {
  const { events = [], lastAccessed = [], people = null, since = null, account = null, varFile = [] } = flags;
  return { targets, events, lastAccessed, people, since, account, varFiles: varFile, cwd: environment.cwd, language, now: environment.now };
}

/** What is about principals of that name. */
function only(report: LeastPrivilegeReport, text: string | undefined): LeastPrivilegeReport {
  if (text === undefined) return report;
  const principals = report.principals.filter(({ principal, node }) => principal.includes(text) || node.includes(text));
  const ids = new Set(principals.map(({ principal }) => principal));
  const isTheirs = ({ holders }: { readonly holders: readonly string[] }): boolean => holders.some((each) => ids.has(each));
  return { ...report, principals, proposals: report.proposals.filter(isTheirs), notOffered: report.notOffered.filter(isTheirs) };
}

async function reviewText(
  report: ReviewReport,
  format: string,
  { context, isColored }: { context: CliContext; isColored: boolean },
): Promise<string> {
  switch (format) {
    case 'json':
      return toJson(report);
    case 'csv':
    case 'html':
      return renderReview(report, format, context.language);
    case 'markdown':
      return reviewMarkdown(report, context);
    default:
      return reviewTable(report, context, isColored);
  }
}

function write(
  text: string,
  { file, quiet }: { readonly file: string | null; readonly quiet: boolean },
  { environment, messages }: CliContext,
): void {
  if (file === null) {
    environment.stdout.write(text);
    return;
  }
  writeResult(file, text, { cwd: environment.cwd, messages });
  if (!quiet) environment.stderr.write(`${messages.cli.written(file)}\n`);
}
