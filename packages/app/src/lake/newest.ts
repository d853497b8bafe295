/**
 * Questions for the newest rows: the files these lie in are found with the columns of the condition alone, so that long columns (raw records)
 * are read in few files. The engine reads all columns of all rows that a condition cannot be checked on beside the file.
 */
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import { LakeError } from './errors.ts';
import type { LakeFile } from './ledger.ts';
import type { Question } from './question.ts';
import { columnNode } from './question.ts';
import type { LakeReading } from './reading.ts';
import type { Node } from './sql-tree.ts';
import { everyNode, namesOf, textOfSelect } from './sql-tree.ts';
import { makeViews } from './views.ts';

const FEW_ROWS = 50_000;
/** The newest rows are looked at first: this part of all. */
const FIRST_PART = 1 / 8;
/** For more rows than that, nearly all files are needed. */
const MOST_ROWS = 20_000;

export interface Asking {
  readonly question: Question;
  readonly files: readonly LakeFile[];
  readonly reading: Pick<LakeReading, 'schemas'>;
  readonly parameters: Readonly<Record<string, string>>;
  /** Rows that are shown; one more tells that there are more. */
  readonly limit: number;
  /** Below it one question is cheaper than two; default 50,000. */
  readonly fewRows?: number;
}

/** The files that the answer comes from; all of them where that is not worth knowing before. */
export async function filesAsked(engine: Engine, lake: string, asking: Asking): Promise<readonly LakeFile[]> {
  const { question, files, limit, fewRows = FEW_ROWS } = asking;
  const { newest } = question;
  const wanted = Math.min(newest?.limit ?? Number.POSITIVE_INFINITY, limit + 1);
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  if (newest === null || wanted === 0 || wanted > MOST_ROWS || rows < fewRows) return files;
  const tree = newest.asking([columnNode('time'), columnNode('_file')], wanted);
  const [first, rest] = parted(files, rows * FIRST_PART);
  try {
    const ask = await asker(engine, lake, { ...asking, tree });
    const found = await ask(first);
    const last = found[wanted - 1]?.time ?? null;
    const reaching = (file: LakeFile, time: number): boolean => (newest.isByTimeAlone ? ending(file) > time : ending(file) >= time);
    // Enough: of the others only those that reach into the same time.
    if (last !== null) return [...(newest.isByTimeAlone ? filesWith(first, found) : first), ...rest.filter((file) => reaching(file, last))];
    const more = [...found, ...(await ask(rest))].sort(
      (a, b) => (b.time ?? Number.NEGATIVE_INFINITY) - (a.time ?? Number.NEGATIVE_INFINITY),
    );
    // Of rows of the same time, some were not looked at.
    if (more.length >= wanted && !newest.isByTimeAlone) return files;
    return filesWith(files, more.slice(0, wanted));
  } catch (cause) {
    // Conditions may name columns of the answer; what is wrong with the question is said when it is asked as a whole.
    if (cause instanceof LakeError && cause.code === 'query-invalid') return files;
    throw cause;
  }
}

interface Found {
  /** Milliseconds since 1970. */
  readonly time: number | null;
  readonly file: string;
}

/** Asks for the newest rows in some files. */
async function asker(
  engine: Engine,
  lake: string,
  { question, reading, parameters, tree }: Asking & { readonly tree: Node },
): Promise<(files: readonly LakeFile[]) => Promise<readonly Found[]>> {
  const inside = [...everyNode(tree)];
  const columns = question.columns && new Set(inside.flatMap((node) => namesOf(node) ?? []));
  const used = new Set(inside.flatMap((node) => (node['class'] === 'PARAMETER' ? [String(node['identifier'])] : [])));
  const given = Object.fromEntries(Object.entries(parameters).filter(([name]) => used.has(name)));
  const sql = `SELECT epoch_ms("time") AS at, _file FROM (${await textOfSelect(engine, tree)})`;
  return async (files) => {
    if (files.length === 0) return [];
    await makeViews(engine, lake, { sql, files, schemas: reading.schemas, columns, hasFile: true });
    const { rows } = await engine.query(sql, { limit: MOST_ROWS, parameters: given, kinds: new Set(['SELECT']) });
    const paths = new Map(files.map(({ path }) => [join(lake, path), path]));
    return rows
      .map(({ at, _file: file }) => ({ time: at === null ? null : Number(at), file: paths.get(String(file)) ?? String(file) }))
      .sort((a, b) => (b.time ?? Number.NEGATIVE_INFINITY) - (a.time ?? Number.NEGATIVE_INFINITY));
  };
}

function filesWith(files: readonly LakeFile[], found: readonly Found[]): readonly LakeFile[] {
  const paths = new Set(found.map(({ file }) => file));
  return files.filter(({ path }) => paths.has(path));
}

/** Those that end last, with so many rows, and the others. */
function parted(files: readonly LakeFile[], rows: number): readonly [readonly LakeFile[], readonly LakeFile[]] {
  const sorted = files.toSorted((a, b) => ending(b) - ending(a));
  let [count, taken] = [0, 0];
  for (; count < sorted.length && taken < rows; count++) taken += sorted[count]?.rows ?? 0;
  return [sorted.slice(0, count), sorted.slice(count)];
}

/** Files without a day may hold events of the future. */
function ending({ last }: LakeFile): number {
  return last ?? Number.POSITIVE_INFINITY;
}
