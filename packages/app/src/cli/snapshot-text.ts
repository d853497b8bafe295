/** What snapshots hold and how they differ, for people. */
import type { Json } from '@kumomori/model';
import { plain, renderGrid } from '../use-cases/index.ts';
import type {
  AttributeChange,
  ResourceChange,
  ResourceHistory,
  SnapshotDiff,
  SnapshotRow,
  SnapshotVerification,
} from '../use-cases/index.ts';
import type { CliContext } from './program.ts';
import { widthOf } from './write.ts';

const MAX_CHANGES = 100;
const MAX_PROBLEMS = 50;

export function listText(rows: readonly SnapshotRow[], context: CliContext): string {
  const { columns, finished, unfinished } = context.messages.live.snapshot;
  const titles = [
    { title: columns.folder, shrinks: true },
    { title: columns.startedAt },
    { title: columns.state, shrinks: true },
    { title: columns.accounts, shrinks: true },
    { title: columns.calls, align: 'right' as const },
    { title: columns.gaps, align: 'right' as const },
  ];
  const cells = rows.map(({ folder, startedAt, isFinished, problem, accounts, calls, gaps }) => [
    folder,
    startedAt ?? '',
    problem ?? (isFinished ? finished : unfinished),
    accounts.map(({ provider, account }) => `${provider}:${account}`).join(', '),
    String(calls),
    String(gaps),
  ]);
  return renderGrid(titles, cells, { width: widthOf(context.environment) }).join('\n');
}

export function verifyText(results: readonly SnapshotVerification[], { messages }: CliContext): string {
  const texts = messages.live.snapshot;
  return results
    .map(({ folder, isSealed, isIntact, files, problems }) => {
      const head = isIntact ? texts.intact(folder, files) : isSealed ? texts.altered(folder, problems.length) : texts.notSealed(folder);
      const lines = problems.slice(0, MAX_PROBLEMS).map(({ path, kind }) => `  ${plain(path)}: ${texts.problems[kind]}`);
      const more = problems.length > MAX_PROBLEMS ? [`  ${texts.more(problems.length - MAX_PROBLEMS)}`] : [];
      return [plain(head), ...lines, ...more].join('\n');
    })
    .join('\n');
}

export function historyText(histories: readonly ResourceHistory[], context: CliContext): string {
  const { states } = context.messages.live.snapshot;
  return histories
    .map(({ type, id, provider, account, entries }) => {
      const lines = entries.flatMap(({ at, folder, state, change }) => [
        plain(`${at ?? '?'}  ${folder}  ${states[state]}${change?.reason ? ` (${change.reason})` : ''}`),
        ...attributeLines(change?.attributes ?? [], context),
      ]);
      return [plain(`${type}  ${id}  (${provider}:${account})`), ...lines].join('\n');
    })
    .join('\n\n');
}

export function diffText({ before, after, changes, unchanged, notCompared }: SnapshotDiff, context: CliContext): string {
  const texts = context.messages.live.snapshot;
  const count = (kind: ResourceChange['change']): number => changes.filter(({ change }) => change === kind).length;
  const blocks = changes
    .slice(0, MAX_CHANGES)
    .flatMap(({ change, type, id, attributes, reason }) => [
      plain(`${texts.states[change]}  ${type}  ${id}${reason === null ? '' : `  (${reason})`}`),
      ...attributeLines(attributes, context),
    ]);
  return [
    plain(texts.between(`${before.folder}${timeText(before.at)}`, `${after.folder}${timeText(after.at)}`)),
    texts.counts({
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      unknown: count('unknown'),
      same: unchanged,
    }),
    ...notCompared.map(({ provider, account, onlyIn }) =>
      plain(texts.onlyIn(`${provider}:${account}`, onlyIn === 'before' ? before.folder : after.folder)),
    ),
    ...(blocks.length > 0 ? ['', ...blocks] : []),
    ...(changes.length > MAX_CHANGES ? [texts.more(changes.length - MAX_CHANGES)] : []),
  ].join('\n');
}

function timeText(at: string | null): string {
  return at === null ? '' : ` (${at})`;
}

function attributeLines(attributes: readonly AttributeChange[], context: CliContext): readonly string[] {
  return attributes.map(({ path, before, after }) => {
    const name = path === '$region' ? 'region' : path;
    return `  ${plain(`${name}: ${valueText(before, context)} → ${valueText(after, context)}`)}`;
  });
}

function valueText(value: Json, { messages }: CliContext): string {
  const texts = messages.live.snapshot;
  if (value === null) return texts.notSet;
  if (typeof value !== 'object') return String(value);
  if ('$hidden' in value) return texts.hidden;
  const detail = '$unknown' in value ? value['$unknown'] : null;
  return typeof detail === 'string' ? texts.unknownValue(detail) : JSON.stringify(value);
}
