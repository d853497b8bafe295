/** What is granted and not used, for terminals and comments. */
import { markdownText, painter, placeText, plain, renderGrid, wrap } from '../use-cases/index.ts';
import type { LeastPrivilegeReport, Paint, PrincipalAccessUse, ToldProposal } from '../use-cases/index.ts';
import type { CliContext } from './program.ts';
import { widthOf } from './write.ts';

const MAX_ACTIONS = 8;
const MAX_LISTED = 20;
/** Of what goes, a taste: what stays is in the patch. */
const MAX_REMOVED = 4;

export function leastPrivilegeTable(report: LeastPrivilegeReport, context: CliContext, color: boolean): string {
  const texts = context.messages.leastPrivilege;
  const paint = painter(color);
  const width = Math.max(40, widthOf(context.environment) - 6);
  const titles = Object.values(texts.columns).map((title, index) => ({ title, shrinks: index === 0 || index === 7 }));
  const rows = report.principals.map((each) => cellsOf(each, context).map(plain));
  const proposals = report.proposals.flatMap((each) => [
    '',
    paint('bold', plain(`${texts.proposalHead(texts.kinds[each.kind], each.policy)}${whereOf(each)}`)),
    ...linesOf(each, context).flatMap((line) => wrap(plain(line), width).map((part) => `  ${part}`)),
    ...(each.patch === null
      ? []
      : each.patch
          .trimEnd()
          .split('\n')
          .map((line) => patchLine(plain(line), paint))),
  ]);
  const sections = sectionsOf(report, context).flatMap(({ title, lines }) => [
    '',
    `${title}:`,
    ...lines.flatMap((line) => wrap(plain(line), width).map((part, index) => `${index === 0 ? '  ' : '    '}${part}`)),
  ]);
  const table = rows.length === 0 ? [] : renderGrid(titles, rows, { width: widthOf(context.environment) });
  return `${[texts.title(report.window.days), ...windowsOf(report, context), '', ...table, ...proposals, ...sections, '', summaryOf(report, context)].join('\n')}\n`;
}

function patchLine(line: string, paint: Paint): string {
  if (line.startsWith('+')) return paint('green', `  ${line}`);
  return line.startsWith('-') ? paint('red', `  ${line}`) : `  ${line}`;
}

export function leastPrivilegeMarkdown(report: LeastPrivilegeReport, context: CliContext): string {
  const texts = context.messages.leastPrivilege;
  const head = [`## ${texts.title(report.window.days)}`, '', ...windowsOf(report, context).map((line) => `- ${markdownText(line)}`), ''];
  const table = [
    `| ${Object.values(texts.columns).join(' | ')} |`,
    '|---|---|---|---|---|---|---|---|',
    ...report.principals.map((each) => `| ${cellsOf(each, context).map(markdownText).join(' | ')} |`),
  ];
  const proposals = report.proposals.flatMap((each) => [
    '',
    `### ${markdownText(`${texts.proposalHead(texts.kinds[each.kind], each.policy)}${whereOf(each)}`)}`,
    '',
    ...linesOf(each, context).map((line) => `- ${markdownText(line)}`),
    ...fenced(each),
  ]);
  const sections = sectionsOf(report, context).flatMap(({ title, lines }) => [
    '',
    `**${title}**`,
    '',
    ...lines.map((line) => `- ${markdownText(line)}`),
  ]);
  return `${[...head, ...table, ...proposals, ...sections, '', summaryOf(report, context)].join('\n')}\n`;
}

/** A longer fence than any in the text. */
function fenced({ patch, document, kind }: ToldProposal): readonly string[] {
  const text = patch ?? (document === null || kind === 'remove' ? null : JSON.stringify(document, null, 2));
  if (text === null) return [];
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return ['', `${fence}${patch === null ? 'json' : 'diff'}`, text.trimEnd(), fence];
}

function windowsOf({ window }: LeastPrivilegeReport, { messages }: CliContext): readonly string[] {
  const texts = messages.leastPrivilege;
  const byAccount = [...Map.groupBy(window.observed, ({ account }) => account)];
  if (byAccount.length === 0) return [texts.noEvents];
  return byAccount.map(([account, some]) => {
    const from = some.map(({ first }) => first).toSorted()[0] ?? '';
    const to =
      some
        .map(({ last }) => last)
        .toSorted()
        .at(-1) ?? '';
    const events = some.reduce((sum, each) => sum + each.events, 0);
    return texts.window(account, texts.fromTo(from.slice(0, 10), to.slice(0, 10)), events, new Set(some.map(({ region }) => region)).size);
  });
}

function cellsOf(each: PrincipalAccessUse, { messages }: CliContext): readonly string[] {
  const texts = messages.leastPrivilege;
  const { used, needed, notObservable, unused } = each.counts;
  const last = each.lastUsed?.slice(0, 10) ?? (each.status === 'unused' ? texts.never : texts.notKnown);
  return [
    shortName(each.principal),
    texts.status[each.status],
    last,
    ...[used, needed, notObservable, unused].map(String),
    placeText(each),
  ];
}

function linesOf(each: ToldProposal, { messages }: CliContext): readonly string[] {
  const texts = messages.leastPrivilege;
  const { replayed, unexplained } = each.replay;
  return [
    texts.heldBy(each.holders.map(shortName).join(', ')),
    ...each.removed.map(({ level, count, actions }) => texts.removed(texts.levels[level], count, few(actions, texts.more, MAX_REMOVED))),
    ...each.narrowed.map(({ actions, to }) => texts.narrowed(few(actions, texts.more), few(to, texts.more))),
    replayed + unexplained === 0 ? texts.replayedNone : texts.replayed(replayed, unexplained),
    ...(each.patch === null && each.kind === 'edit' ? [texts.noPatch] : []),
  ];
}

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

function sectionsOf(report: LeastPrivilegeReport, { messages }: CliContext): readonly Section[] {
  const texts = messages.leastPrivilege;
  const name = shortName;
  const hidden = new Map<string, Set<string>>();
  for (const { notObservable } of report.principals)
    for (const { reason, actions } of notObservable) hidden.set(reason, new Set([...(hidden.get(reason) ?? []), ...actions]));
  const sections: readonly Section[] = [
    {
      title: texts.unusedPrincipals,
      lines: report.principals.filter(({ status }) => status === 'unused').map((each) => `${each.principal}${whereOf(each)}`),
    },
    {
      title: texts.unusedServices,
      lines: report.principals
        .filter(({ unusedServices, status }) => unusedServices.length > 0 && status !== 'unused')
        .map(({ principal, unusedServices }) => `${name(principal)}: ${few(unusedServices, texts.more)}`),
    },
    {
      title: texts.notObservable,
      lines: [...hidden].map(([reason, actions]) => `${few([...actions].toSorted(), texts.more)}: ${texts.reasons[reason] ?? reason}`),
    },
    {
      title: texts.notOffered,
      lines: report.notOffered.map(
        (each) => `${each.policy} (${few(each.holders.map(name), texts.more)})${whereOf(each)}: ${texts.notOfferedReasons[each.reason]}`,
      ),
    },
    { title: texts.unmapped, lines: report.unmapped.map(({ source, name: event, count }) => `${source} ${event}: ${count}`) },
    { title: texts.strangers, lines: report.strangers.map(({ caller, events }) => `${caller}: ${events}`) },
    {
      title: '!',
      lines: report.diagnostics.filter(({ severity }) => severity !== 'info').map(({ file, message }) => `${file}: ${message}`),
    },
  ];
  return sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => ({
      title,
      lines: lines.length <= MAX_LISTED ? lines : [...lines.slice(0, MAX_LISTED), texts.more(lines.length - MAX_LISTED)],
    }));
}

function summaryOf({ principals, proposals }: LeastPrivilegeReport, { messages }: CliContext): string {
  return messages.leastPrivilege.summary(
    principals.length,
    principals.filter(({ status }) => status === 'unused').length,
    proposals.length,
  );
}

function few(items: readonly string[], more: (count: number) => string, most = MAX_ACTIONS): string {
  const rest = items.length - most;
  return [...items.slice(0, most), ...(rest > 0 ? [more(rest)] : [])].join(' ');
}

/** `123456789012 role/app`. */
export function shortName(arn: string): string {
  const [, account, name] = /^arn:[^:]*:iam::(\d*):(.+)$/.exec(arn) ?? [];
  return name === undefined ? arn : `${account} ${name}`;
}

function whereOf(place: Parameters<typeof placeText>[0]): string {
  return place.file === null ? '' : ` [${placeText(place)}]`;
}
