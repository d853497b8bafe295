/** An investigation for people at a terminal. */
import type { Messages } from '../../i18n/index.ts';
import { plain, renderGrid } from '../terminal/index.ts';
import type { GridColumn } from '../terminal/index.ts';
import type { InvestigationOutput, ProfileOutput } from './report.ts';
import { bytesText, endOf, hoursText, marksOf, outcomeOf, reachLines, shortName, shortTime, summaryLines } from './words.ts';

interface Shown {
  readonly texts: Messages['investigate'];
  readonly width: number;
  /** Lines of each list; 0: all. */
  readonly limit: number;
}

export function investigationTable(
  report: InvestigationOutput,
  { messages, width, limit }: { readonly messages: Messages; readonly width: number; readonly limit: number },
): string {
  const texts = messages.investigate;
  const shown = { texts, width, limit };
  const { sections } = texts;
  const blocks: readonly (readonly [string, readonly string[]])[] = [
    [sections.chains, chainLines(report, shown)],
    [sections.timeline, timelineLines(report, shown)],
    [newsTitle(report, texts), newsLines(report, shown)],
    [sections.principals, report.principals.flatMap((profile, index) => [...(index > 0 ? [''] : []), ...profileLines(profile, shown)])],
    [sections.peers, peerLines(report, shown)],
    [
      sections.reach,
      (report.surroundings?.reach ?? []).flatMap((each) => [
        `  ${each.principal}`,
        ...reachLines(each, texts).map((line) => `    ${line}`),
      ]),
    ],
    [
      sections.findings,
      cut(report.surroundings?.findings ?? [], shown, ({ severity, message, checkId }) => `  ${severity}: ${message} [${checkId}]`),
    ],
    [
      sections.paths,
      cut(report.surroundings?.paths ?? [], shown, ({ severity, title, nodes }) => `  ${severity}: ${title}: ${nodes.join(' → ')}`),
    ],
    [sections.open, report.openQuestions.map(({ message }) => `  - ${message}`)],
  ];
  const lines = [
    texts.heading(report.entity.text),
    ...summaryLines(report, texts),
    ...blocks.flatMap(([title, body]) => (body.length === 0 ? [] : ['', title, ...body])),
  ];
  return `${lines.map((line) => plain(line)).join('\n')}\n`;
}

function cut<T>(list: readonly T[], { limit, texts }: Shown, line: (each: T) => string): readonly string[] {
  const some = limit === 0 ? list : list.slice(0, limit);
  return [...some.map((each) => line(each)), ...(some.length < list.length ? [`  ${texts.more(list.length - some.length)}`] : [])];
}

function grid<T>(
  columns: readonly GridColumn[],
  list: readonly T[],
  shown: Shown,
  cells: (each: T) => readonly string[],
): readonly string[] {
  if (list.length === 0) return [];
  const some = shown.limit === 0 ? list : list.slice(0, shown.limit);
  const rows = renderGrid(
    columns,
    some.map((each) => cells(each).map((text) => plain(text))),
    { width: shown.width },
  );
  return [...rows, ...(some.length < list.length ? [shown.texts.more(list.length - some.length)] : [])];
}

function timelineLines({ timeline }: InvestigationOutput, shown: Shown): readonly string[] {
  const { columns, relations } = shown.texts;
  const heads = [
    { title: columns.time },
    { title: columns.relation },
    { title: columns.who, shrinks: true },
    { title: columns.action },
    { title: columns.outcome, shrinks: true },
    { title: columns.sourceIp },
    { title: columns.marks, shrinks: true },
  ];
  // What a detection speaks of is never cut off by what nobody asked about.
  const { limit } = shown;
  const telling =
    limit === 0 || timeline.length <= limit
      ? timeline
      : [...timeline]
          .toSorted((a, b) => weight(b) - weight(a))
          .slice(0, limit)
          .toSorted((a, b) => ((a.time ?? '') < (b.time ?? '') ? -1 : 1));
  const lines = grid(heads, telling, shown, (row) => [
    ...[shortTime(row.time), relations[row.relation], shortName(row.principal, row.session), row.action ?? '', outcomeOf(row, shown.texts)],
    ...[row.sourceIp ?? '', marksOf(row, shown.texts).join('; ')],
  ]);
  return telling.length < timeline.length ? [...lines, shown.texts.more(timeline.length - telling.length)] : lines;
}

const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'];

function weight({ rules, isNew }: InvestigationOutput['timeline'][number]): number {
  return Math.max(0, ...rules.map(({ level }) => 10 * LEVELS.indexOf(level))) + isNew.length;
}

function chainLines({ chains }: InvestigationOutput, shown: Shown): readonly string[] {
  const { columns, otherAccount, directions } = shown.texts;
  const heads = [
    { title: columns.time },
    { title: columns.relation },
    { title: columns.who, shrinks: true },
    { title: columns.how },
    { title: columns.to, shrinks: true },
  ];
  return grid(heads, chains, shown, (hop) => [
    ...[shortTime(hop.time), `${directions[hop.direction]}${hop.crossesAccount ? `, ${otherAccount}` : ''}`],
    ...[endOf(hop.from, shown.texts), hop.action ?? '', endOf(hop.to, shown.texts)],
  ]);
}

function newsTitle({ news }: InvestigationOutput, texts: Messages['investigate']): string {
  const against = news.baselineEvents === 0 ? texts.noBaselineShort : texts.baseline(news.baselineEvents, shortTime(news.baselineFrom));
  return `${texts.sections.news} (${against})`;
}

function newsLines({ news }: InvestigationOutput, shown: Shown): readonly string[] {
  const { columns, newKinds, nothingNew } = shown.texts;
  if (news.baselineEvents > 0 && news.facts.length === 0) return [`  ${nothingNew}`];
  const heads = [
    { title: columns.kind },
    { title: columns.value, shrinks: true },
    { title: columns.first },
    { title: columns.count, align: 'right' as const },
  ];
  return grid(heads, news.facts, shown, ({ kind, value, first, count }) => [newKinds[kind], value, shortTime(first), String(count)]);
}

function profileLines(profile: ProfileOutput, shown: Shown): readonly string[] {
  const { texts } = shown;
  const { columns, lists } = texts;
  const heads = [
    { title: `  ${columns.action}` },
    { title: columns.service },
    { title: columns.success, align: 'right' as const },
    { title: columns.failed, align: 'right' as const },
    { title: columns.techniques, shrinks: true },
  ];
  const named = (['accounts', 'regions', 'addresses', 'agents', 'sessions', 'credentials'] as const).flatMap((list) => {
    const values = profile[list].slice(0, 8).map(({ value, count }) => `${value} (${count})`);
    return values.length === 0 ? [] : [`  ${lists[list]}: ${values.join(', ')}${profile[list].length > 8 ? ' …' : ''}`];
  });
  return [
    profile.principal,
    `  ${texts.profile(profile.events, shortTime(profile.first), shortTime(profile.last))} · ${profile.relations.map((each) => texts.relations[each]).join(', ')}`,
    ...named,
    `  ${lists.hours}: ${hoursText(profile.hours)}${profile.bytesOut > 0 ? ` · ${texts.bytesOut(bytesText(profile.bytesOut))}` : ''}`,
    ...grid(heads, profile.apis, shown, ({ action, service, success, unknown, failure, denied, techniques, isAbused }) => [
      ...[`${isAbused ? '! ' : '  '}${action}`, service ?? '', String(success + unknown), String(failure + denied), techniques.join(' ')],
    ]),
  ];
}

function peerLines({ peers }: InvestigationOutput, shown: Shown): readonly string[] {
  const { columns, ties } = shown.texts;
  const heads = [
    { title: columns.who, shrinks: true },
    { title: columns.tie, shrinks: true },
    { title: columns.events, align: 'right' as const },
  ];
  return grid(heads, peers, shown, (peer) => [
    shortName(peer.principal),
    peer.ties
      .slice(0, 3)
      .map(({ tie, value }) => `${ties[tie]} ${value}`)
      .join(', '),
    String(peer.events),
  ]);
}
