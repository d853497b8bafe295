/** What a collection found, for people. */
import { plain, renderGrid } from '../use-cases/index.ts';
import type { CollectReport } from '../use-cases/index.ts';
import type { CliContext } from './program.ts';
import { widthOf } from './write.ts';

const MAX_ROWS = 20;

export function collectText(report: CollectReport, context: CliContext): string {
  const texts = context.messages.live.collect;
  const head = { user: texts.stopped, 'max-calls': texts.callsSpent, none: texts.done }[report.stoppedBy ?? 'none'](report.folder);
  const notes = [
    plain(head),
    ...(report.principal === null ? [] : [plain(texts.principal(report.principal))]),
    texts.calls(report.callsMade),
    ...basedOnLines(report, context),
    ...(report.permissionsUsed.length > 0 ? [texts.permissions(report.permissionsUsed.length)] : []),
    ...(report.redaction === 'none' ? [texts.secretsKept] : []),
  ];
  const blocks = [
    notes,
    scopeLines(report, context),
    serviceLines(report, context),
    gapLines(report, context),
    [texts.next(report.folder)],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function basedOnLines({ basedOn }: CollectReport, { messages }: CliContext): readonly string[] {
  const texts = messages.live.collect;
  if (basedOn === null) return [];
  const { folder, events, diagnostics } = basedOn;
  const said = diagnostics.map(({ message }) => plain(message));
  if (events === null) return [plain(texts.basedOn(folder)), ...said];
  const { records, changes, unconcerned, foreign, otherAccounts } = events;
  const kinds = Object.keys(unconcerned);
  const count = Object.values(unconcerned).reduce((sum, each) => sum + each, 0);
  return [
    plain(texts.basedOn(folder)),
    texts.events(records, changes),
    ...(count > 0 ? [plain(texts.unconcerned(count, kinds))] : []),
    ...(foreign > 0 ? [texts.foreignEvents(foreign)] : []),
    ...(otherAccounts.length > 0 ? [plain(texts.otherAccounts(otherAccounts))] : []),
    ...said,
  ];
}

function scopeLines({ scopes }: CollectReport, context: CliContext): readonly string[] {
  const { columns } = context.messages.live.collect;
  if (scopes.length === 0) return [];
  const titles = [
    { title: columns.account, shrinks: true },
    { title: columns.regions, shrinks: true },
    { title: columns.answers, align: 'right' as const },
  ];
  const rows = scopes.map(({ account, regions, answers }) => [account, regions.join(', '), String(answers)]);
  return cutRows(titles, rows, context);
}

function serviceLines({ calls, provider }: CollectReport, context: CliContext): readonly string[] {
  const { columns } = context.messages.live.collect;
  const byService = new Map<string, number>();
  for (const [call, made] of Object.entries(calls)) {
    const [cloud, service = ''] = call.split(':');
    if (cloud === provider) byService.set(service, (byService.get(service) ?? 0) + made);
  }
  if (byService.size === 0) return [];
  const rows = [...byService].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([service, made]) => [service, String(made)]);
  return cutRows([{ title: columns.service }, { title: columns.calls, align: 'right' as const }], rows, context);
}

function gapLines({ gaps }: CollectReport, context: CliContext): readonly string[] {
  const texts = context.messages.live.collect;
  const { columns } = texts;
  if (gaps.length === 0) return [texts.noGaps];
  const titles = [columns.scope, columns.operation, columns.reason, columns.permission].map((title) => ({ title, shrinks: true }));
  const rows = gaps.map(({ scope, operation, reason, permission }) => [scope, operation, reason, permission ?? '']);
  return [texts.gaps(gaps.length), ...cutRows(titles, rows, context)];
}

function cutRows(
  columns: Parameters<typeof renderGrid>[0],
  rows: readonly (readonly string[])[],
  { messages, environment }: CliContext,
): readonly string[] {
  const lines = renderGrid(columns, rows.slice(0, MAX_ROWS), { width: widthOf(environment) });
  return rows.length > MAX_ROWS ? [...lines, messages.live.collect.more(rows.length - MAX_ROWS)] : lines;
}
