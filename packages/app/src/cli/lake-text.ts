/** What the commands of the lake print for people. */
import type { CompactResult, LakeAnswer, LakeIngest, LakeStatus, RetentionResult } from '../use-cases/index.ts';
import { plain, renderGrid } from '../use-cases/index.ts';
import type { CliContext } from './program.ts';
import { widthOf } from './write.ts';

const SHOWN = 20;
const SHOWN_KEYS = 8;

/** `12.3 MB`, of 10^6 bytes. */
export function size(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${(bytes / 1000 ** power).toFixed(power === 0 ? 0 : 1)} ${units[power]}`;
}

export function ingestText(result: LakeIngest, { messages, environment }: CliContext): string {
  const texts = messages.lake;
  const { problems, unknownKeys, diagnostics, objects, duplicates, undated } = result;
  const rows = problems.slice(0, SHOWN).map(({ path, message, detail, line }) => {
    const where = detail === null ? '' : ` (${line === null ? '' : `${line}: `}${detail})`;
    return [plain(path), plain(`${message}${where}`)];
  });
  const table = renderGrid(
    [
      { title: texts.columns.object, shrinks: true },
      { title: texts.columns.problem, shrinks: true },
    ],
    rows,
    {
      width: widthOf(environment),
    },
  );
  return [
    texts.ingested(result.events, objects.read, result.files),
    ...(result.rawBytes > 0 ? [texts.sizes(size(result.rawBytes), size(result.lakeBytes))] : []),
    ...(objects.known > 0 ? [texts.known(objects.known)] : []),
    ...(duplicates > 0 ? [texts.duplicates(duplicates)] : []),
    ...(undated > 0 ? [texts.undated(undated)] : []),
    ...(result.intelMatches === null ? [] : [texts.intelMatches(result.intelMatches)]),
    ...Object.entries(unknownKeys).map(([source, names]) => keysText(source, names, texts)),
    ...diagnostics.map(({ file, message }) => plain(`${file}: ${message}`)),
    ...(objects.bad > 0 ? [texts.bad(objects.bad)] : []),
    ...(problems.length > 0 ? ['', texts.problems(problems.length), ...table] : []),
    ...(problems.length > SHOWN ? [texts.more(problems.length - SHOWN)] : []),
    ...(result.isStopped ? [texts.stopped] : []),
  ].join('\n');
}

function keysText(source: string, names: Readonly<Record<string, number>>, texts: CliContext['messages']['lake']): string {
  const sorted = Object.entries(names).sort(([, a], [, b]) => b - a);
  const shown = sorted.slice(0, SHOWN_KEYS).map(([name, count]) => `${plain(name)} ${count}`);
  return texts.unknownKeys(source, shown.join(', '), sorted.length - shown.length);
}

export function statusText(status: LakeStatus, { messages, environment }: CliContext): string {
  const texts = messages.lake;
  if (status.files === 0) return texts.empty;
  const { columns } = texts;
  const rows = status.streams.map((each) => [
    plain(each.source),
    plain(each.account),
    plain(each.region),
    each.first?.slice(0, 16) ?? '',
    each.last?.slice(0, 16) ?? '',
    String(each.events),
    size(each.bytes),
  ]);
  const titles = [columns.source, columns.account, columns.region, columns.first, columns.last].map((title) => ({ title }));
  const grid = renderGrid([...titles, { title: columns.events, align: 'right' }, { title: columns.size, align: 'right' }], rows, {
    width: widthOf(environment),
  });
  const { forecast } = status;
  return [
    ...grid,
    '',
    ...status.streams.flatMap((stream) => gapLines(stream, texts)),
    ...Object.entries(status.unknownKeys).map(([source, names]) => keysText(source, names, texts)),
    texts.forecast(
      size(forecast.bytesPerDay),
      size(forecast.bytesIn30Days),
      size(forecast.bytesIn365Days),
      forecast.costPerMonthIn365Days.toFixed(2),
    ),
  ].join('\n');
}

function gapLines(
  { source, account, region, gaps }: LakeStatus['streams'][number],
  texts: CliContext['messages']['lake'],
): readonly string[] {
  const name = plain(`${source} ${account} ${region}`);
  return gaps.map(({ from, until, hours }) => (until === null ? texts.silent(name, from, hours) : texts.gap(name, from, until, hours)));
}

export function answerText({ columns, rows, isCut, hunt }: LakeAnswer, { messages, environment }: CliContext): string {
  const grid = renderGrid(
    columns.map((title) => ({ title, shrinks: true })),
    rows.map((row) => columns.map((name) => plain(textOf(row[name])))),
    { width: widthOf(environment) },
  );
  const { lake } = messages;
  return [...(hunt ? [hunt.question, ''] : []), ...grid, isCut ? lake.cut(rows.length) : lake.rows(rows.length)].join('\n');
}

/** A cell of an answer: texts as they are, everything else as JSON. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function compactText({ before, after, indexed }: CompactResult, { messages }: CliContext): string {
  const compacted = messages.lake.compacted(before.files, after.files, `${size(before.bytes)} → ${size(after.bytes)}`);
  return indexed === 0 ? compacted : `${compacted}\n${messages.lake.indexed(indexed)}`;
}

export function retentionText({ isApplied, files, bySource }: RetentionResult, { messages }: CliContext): string {
  const texts = messages.lake;
  if (files === 0) return texts.nothingOld;
  const lines = Object.entries(bySource).map(([source, { from, until, events, bytes }]) =>
    texts.removes(plain(source), [from, until], events, size(bytes)),
  );
  return [isApplied ? texts.removed : texts.wouldRemove, ...lines].join('\n');
}
