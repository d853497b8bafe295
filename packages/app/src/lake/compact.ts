/** Many small files of a partition → one, sorted by time; operations of files that stay, where the ledger lacks them. What the lake holds stays the same. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { partFolder } from './batch.ts';
import type { Disk } from './commit-files.ts';
import { commitFiles, stagingFolder } from './commit-files.ts';
import { codesOfFile } from './codes-of-files.ts';
import type { Engine } from './engine.ts';
import { openEngine, quoted } from './engine.ts';
import { writeFailure } from './errors.ts';
import type { LakeFile } from './ledger.ts';
import { OWN_FOLDER } from './ledger.ts';
import type { OpenLake } from './open-lake.ts';

/** Small groups of rows: raw records of them are held at once. The lowest level costs a third of the usual one, and these texts get no larger. */
const PARQUET = '(FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE 24576)';
/** Larger ones are good as they are. */
const LARGE_BYTES = 128 * 1024 * 1024;

export interface CompactResult {
  readonly partitions: number;
  readonly before: { readonly files: number; readonly bytes: number };
  readonly after: { readonly files: number; readonly bytes: number };
  /** Files left as they are of which the ledger now tells the operations: those of earlier releases. */
  readonly indexed: number;
}

/** One line of the ledger for each partition, and one for what stays: killing the process loses at most the work on one. Throws LakeErrors. */
export async function compactLake(
  lake: OpenLake,
  { now, disk }: { readonly now: () => Date; readonly disk?: Disk },
): Promise<CompactResult> {
  const small = [...lake.files.values()].filter(({ sizeBytes }) => sizeBytes < LARGE_BYTES);
  const groups = [...Map.groupBy(small, (file) => partFolder(file)).values()].filter((files) => files.length > 1);
  const temporary = join(lake.folder, OWN_FOLDER, 'temporary');
  mkdirSync(temporary, { recursive: true });
  const engine = await openEngine({ temporary });
  let after = 0;
  let indexed = 0;
  try {
    for (const files of groups) {
      const [first] = files;
      if (!first) continue;
      const number = lake.ledger.next;
      const staged = join(stagingFolder(lake.folder, number), '0.parquet');
      mkdirSync(stagingFolder(lake.folder, number), { recursive: true });
      const paths = files.map(({ path }) => quoted(join(lake.folder, path))).join(', ');
      await engine.run(`COPY (SELECT * FROM read_parquet([${paths}], union_by_name = true, hive_partitioning = false) ORDER BY "time")
        TO ${quoted(staged)} ${PARQUET}`);
      const entry = commitFiles(lake.folder, {
        ...{
          ledger: lake.ledger,
          staged: [
            {
              ...first,
              ...span(files),
              ...columnsOf(files),
              ...(await codesIn(engine, staged, files)),
              staged,
              path: `${partFolder(first)}/${String(number).padStart(8, '0')}-0.parquet`,
            },
          ],
        },
        entry: { kind: 'compact', at: now().toISOString(), removed: files.map(({ path }) => path) },
        ...(disk && { disk }),
      });
      lake.note(entry);
      after += entry.added[0]?.sizeBytes ?? 0;
    }
    indexed = await noteCodes(engine, lake, now);
  } catch (cause) {
    throw writeFailure(lake.folder, cause);
  } finally {
    engine.close();
    rmSync(temporary, { recursive: true, force: true });
    rmSync(join(lake.folder, OWN_FOLDER, 'staging'), { recursive: true, force: true });
  }
  const before = { files: groups.flat().length, bytes: groups.flat().reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) };
  return { partitions: groups.length, before, after: { files: groups.length, bytes: after }, indexed };
}

/** Of all the files, or nothing is said of them: those of an earlier release may lack some. */
function columnsOf(files: readonly LakeFile[]): Pick<LakeFile, 'columns'> {
  const [first] = files;
  return { columns: files.every(({ columns }) => columns === first?.columns) ? first?.columns : undefined };
}

/** Also of files of which the ledger did not say it. */
async function codesIn(engine: Engine, staged: string, files: readonly LakeFile[]): Promise<Pick<LakeFile, 'codes'>> {
  return { codes: files.every(({ codes }) => codes === '') ? '' : await codesOfFile(engine, staged) };
}

/** The files stay; a line of the ledger tells of them again, with their operations. */
async function noteCodes(engine: Engine, lake: OpenLake, now: () => Date): Promise<number> {
  const added: LakeFile[] = [];
  for (const file of lake.files.values()) {
    if (file.codes !== undefined) continue;
    const codes = await codesOfFile(engine, join(lake.folder, file.path));
    if (codes !== undefined) added.push({ ...file, codes });
  }
  if (added.length > 0) lake.note(lake.ledger.append({ kind: 'compact', at: now().toISOString(), added }));
  return added.length;
}

function span(files: readonly LakeFile[]): Pick<LakeFile, 'rows' | 'first' | 'last'> {
  const times = files.flatMap(({ first, last }) => (first === null || last === null ? [] : [first, last]));
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  return times.length === 0 ? { rows, first: null, last: null } : { rows, first: Math.min(...times), last: Math.max(...times) };
}
