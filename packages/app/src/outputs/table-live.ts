/** Of live accounts: what the cloud did not answer, and which permissions would let it. */
import type { GapGroup } from './live-view.ts';
import { gapGroups, missingPermissions, unanswered } from './live-view.ts';
import type { TableView } from './table.ts';
import { LIST_ROWS, heading } from './table-heading.ts';
import { renderGrid, wrap } from './terminal/index.ts';

/** Undecided findings, by the call that would decide them: there may be thousands, and a few permissions answer them all. */
export function undecidedLive(view: TableView): readonly string[] {
  const { report, words, width, context } = view;
  const groups = unanswered(report);
  if (groups.length === 0) return [];
  const total = groups.reduce((sum, { findings }) => sum + findings, 0);
  const hasPermissions = groups.some(({ permission }) => permission !== null);
  const rows = groups
    .slice(0, LIST_ROWS)
    .map(({ reason, permission, findings }) => [reason, ...(hasPermissions ? [permission ?? ''] : []), String(findings)]);
  const columns = [
    { title: words.columns.reason, shrinks: true },
    ...(hasPermissions ? [{ title: words.columns.permission, shrinks: true }] : []),
    { title: words.columns.undecided, align: 'right' as const },
  ];
  return [
    ...heading(view, words.undecidedLive(total)),
    ...renderGrid(columns, rows, { width, color: context.color, indent: 2 }),
    ...more(groups.length, view),
  ];
}

/** Calls without an answer, each once however many accounts and regions it was made in. */
export function coverage(view: TableView): readonly string[] {
  const { report, words, paint, width, context } = view;
  if (report.coverage.length === 0) return [];
  const groups = gapGroups(report.coverage);
  const hasPermissions = groups.some(({ permission }) => permission !== null);
  const rows = groups
    .slice(0, LIST_ROWS)
    .map((group) => [group.call, group.reason, ...(hasPermissions ? [group.permission ?? ''] : []), whereOf(group, view)]);
  const columns = [
    { title: words.columns.call, shrinks: true },
    { title: words.columns.reason, shrinks: true },
    ...(hasPermissions ? [{ title: words.columns.permission, shrinks: true }] : []),
    { title: words.columns.where, shrinks: true, paint: (cell: string) => paint('dim', cell) },
  ];
  const permissions = missingPermissions(report.coverage);
  const answered = report.coverage.filter(({ permission }) => permission !== null).length;
  const advice =
    permissions.length === 0 ? [] : wrap(words.wouldAnswer(answered, report.coverage.length, permissions.join(', ')), width - 2);
  return [
    ...heading(view, words.coverage(report.coverage.length)),
    ...renderGrid(columns, rows, { width, color: context.color, indent: 2 }),
    ...more(groups.length, view),
    ...(advice.length > ADVICE_LINES ? [...advice.slice(0, ADVICE_LINES), '…'] : advice).map((line) => `  ${line}`),
  ];
}

const ADVICE_LINES = 4;

function whereOf({ accounts, regions }: GapGroup, { words }: TableView): string {
  const [account = ''] = accounts;
  const [region = ''] = regions;
  const where = accounts.length > 1 ? words.accounts(accounts.length) : account;
  return [where, regions.length > 1 ? words.regions(regions.length) : region].filter((part) => part !== '').join(' · ');
}

function more(groups: number, { words, paint }: TableView): readonly string[] {
  return groups > LIST_ROWS ? [paint('dim', `  ${words.moreDiagnostics(groups - LIST_ROWS)}`)] : [];
}
