/** An investigation for a ticket or a report in a repository. */
import type { Messages } from '../../i18n/index.ts';
import { inline, tableCode } from '../markdown-text.ts';
import type { InvestigationOutput, ProfileOutput } from './report.ts';
import { bytesText, endOf, hoursText, marksOf, outcomeOf, reachLines, shortName, shortTime, summaryLines } from './words.ts';

interface Shown {
  readonly texts: Messages['investigate'];
  readonly limit: number;
}

export function investigationMarkdown(
  report: InvestigationOutput,
  { messages, limit }: { readonly messages: Messages; readonly limit: number },
): string {
  const texts = messages.investigate;
  const shown = { texts, limit };
  const { sections } = texts;
  const { surroundings, news } = report;
  const against = news.baselineEvents === 0 ? texts.noBaselineShort : texts.baseline(news.baselineEvents, shortTime(news.baselineFrom));
  const blocks: readonly (readonly [string, readonly string[]])[] = [
    [sections.chains, chains(report, shown)],
    [sections.timeline, timeline(report, shown)],
    [`${sections.news} (${against})`, newFacts(report, shown)],
    [sections.principals, report.principals.flatMap((each) => profile(each, shown))],
    [sections.peers, peers(report, shown)],
    [
      sections.reach,
      (surroundings?.reach ?? []).map(
        (each) =>
          `- ${tableCode(each.principal)}: ${reachLines(each, texts)
            .map((line) => inline(line))
            .join('; ')}`,
      ),
    ],
    [
      sections.findings,
      cut(surroundings?.findings ?? [], shown).map(
        ({ severity, message, checkId }) => `- **${severity}** ${inline(message)} ${tableCode(checkId)}`,
      ),
    ],
    [
      sections.paths,
      cut(surroundings?.paths ?? [], shown).map(
        ({ severity, title, nodes }) => `- **${severity}** ${inline(title)}: ${inline(nodes.join(' → '))}`,
      ),
    ],
    [sections.open, report.openQuestions.map(({ message }) => `- ${inline(message)}`)],
  ];
  const lines = [
    `# ${inline(texts.heading(report.entity.text))}`,
    '',
    ...summaryLines(report, texts).map((line) => `- ${inline(line)}`),
    ...blocks.flatMap(([title, body]) => (body.length === 0 ? [] : ['', `## ${inline(title)}`, '', ...body])),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function cut<T>(list: readonly T[], { limit }: Shown): readonly T[] {
  return limit === 0 ? list : list.slice(0, limit);
}

function rows<T>(heads: readonly string[], list: readonly T[], shown: Shown, cells: (each: T) => readonly string[]): readonly string[] {
  if (list.length === 0) return [];
  const some = cut(list, shown);
  return [
    `| ${heads.join(' | ')} |`,
    `|${heads.map(() => '---').join('|')}|`,
    ...some.map((each) => `| ${cells(each).join(' | ')} |`),
    ...(some.length < list.length ? ['', inline(shown.texts.more(list.length - some.length))] : []),
  ];
}

const text = (value: string | null): string => (value === null || value === '' ? '' : tableCode(value));

function timeline({ timeline: list }: InvestigationOutput, shown: Shown): readonly string[] {
  const { columns, relations } = shown.texts;
  return rows(
    [columns.time, columns.relation, columns.who, columns.action, columns.resource, columns.outcome, columns.sourceIp, columns.marks],
    list,
    shown,
    (row) => [
      ...[shortTime(row.time), relations[row.relation], text(shortName(row.principal, row.session)), text(row.action), text(row.resource)],
      ...[inline(outcomeOf(row, shown.texts)), text(row.sourceIp), inline(marksOf(row, shown.texts).join('; '))],
    ],
  );
}

function chains({ chains: list }: InvestigationOutput, shown: Shown): readonly string[] {
  const { columns, directions, otherAccount } = shown.texts;
  return rows([columns.time, columns.relation, columns.who, columns.how, columns.to], list, shown, (hop) => [
    ...[shortTime(hop.time), `${directions[hop.direction]}${hop.crossesAccount ? `, ${otherAccount}` : ''}`],
    ...[text(endOf(hop.from, shown.texts)), text(hop.action), text(endOf(hop.to, shown.texts))],
  ]);
}

function newFacts({ news }: InvestigationOutput, shown: Shown): readonly string[] {
  const { columns, newKinds, nothingNew } = shown.texts;
  if (news.baselineEvents > 0 && news.facts.length === 0) return [nothingNew];
  return rows([columns.kind, columns.value, columns.first, columns.count], news.facts, shown, ({ kind, value, first, count }) => [
    newKinds[kind],
    text(value),
    shortTime(first),
    String(count),
  ]);
}

function profile(each: ProfileOutput, shown: Shown): readonly string[] {
  const { texts } = shown;
  const { columns, lists } = texts;
  const named = (['accounts', 'regions', 'addresses', 'agents', 'sessions', 'credentials'] as const).flatMap((list) =>
    each[list].length === 0
      ? []
      : [
          `- ${lists[list]}: ${each[list]
            .slice(0, 12)
            .map(({ value, count }) => `${tableCode(value)} ${count}`)
            .join(', ')}`,
        ],
  );
  return [
    `### ${inline(each.principal)}`,
    '',
    `- ${inline(texts.profile(each.events, shortTime(each.first), shortTime(each.last)))}`,
    ...named,
    `- ${lists.hours}: ${hoursText(each.hours)}`,
    ...(each.bytesOut > 0 ? [`- ${texts.bytesOut(bytesText(each.bytesOut))}`] : []),
    '',
    ...rows(
      [columns.action, columns.service, columns.success, columns.failed, columns.techniques],
      each.apis,
      shown,
      ({ action, service, success, unknown, failure, denied, techniques, isAbused }) => [
        ...[
          `${isAbused ? '⚠ ' : ''}${text(action)}`,
          text(service),
          String(success + unknown),
          String(failure + denied),
          techniques.join(' '),
        ],
      ],
    ),
    '',
  ];
}

function peers({ peers: list }: InvestigationOutput, shown: Shown): readonly string[] {
  const { columns, ties } = shown.texts;
  return rows([columns.who, columns.tie, columns.events], list, shown, (peer) => [
    text(peer.principal),
    peer.ties
      .slice(0, 3)
      .map(({ tie, value }) => `${ties[tie]} ${text(value)}`)
      .join(', '),
    String(peer.events),
  ]);
}
