/** Events of a lake: rows whose raw record holds one of the texts. */
import type { LogSource } from '@kumomori/model';
import { LOG_SOURCES } from '@kumomori/model';
import { lakeReading, queryLake } from '../lake/index.ts';
import type { EventStore } from './event-store.ts';

/** Rows of one scan: about a kilobyte each. */
const MAX_ROWS = 200_000;
/** Texts that are looked for in every record; credentials beyond it are looked up by their column. */
const MAX_TEXTS = 100;

/** Throws LakeErrors. */
export function lakeStore(
  folder: string,
  { name, files, maxRows = MAX_ROWS }: { readonly name: string; readonly files: number; readonly maxRows?: number },
): EventStore {
  let isCut = false;
  let withoutRecord = 0;
  return {
    kind: 'lake',
    summary: () => ({ objects: files, damaged: withoutRecord, unrecognized: 0, isCut }),
    async scan(texts, take) {
      const { sql, parameters } = questionFor(texts);
      const { rows, isCut: hasMore } = await queryLake(folder, { reading: lakeReading(), sql, parameters, limit: maxRows });
      isCut ||= hasMore;
      withoutRecord = 0;
      for (const row of rows) {
        const source = LOG_SOURCES.find((each) => each === row['source']);
        const record = recordOf(row['raw_data']);
        if (source === undefined || record === null) {
          withoutRecord += 1;
          continue;
        }
        take({ source, record, origin: originOf(row) }, { file: name, partition: partitionOf(row, source) });
      }
    },
  };
}

function questionFor(texts: readonly string[]): { readonly sql: string; readonly parameters: Readonly<Record<string, string>> } {
  const looked = texts.slice(0, MAX_TEXTS);
  const credentials = texts.slice(MAX_TEXTS).filter((text) => /^A(?:KIA|SIA)/.test(text));
  const parameters = Object.fromEntries([
    ...looked.map((text, index) => [`t${index}`, text.toLowerCase()] as const),
    ...(credentials.length > 0 ? [['credentials', credentials.join(' ')] as const] : []),
  ]);
  const conditions = [
    ...looked.map((_text, index) => `contains(lower(raw_data), $t${index})`),
    ...(credentials.length > 0 ? ['(length(credential) >= 16 AND contains($credentials, credential))'] : []),
  ];
  const sql = `SELECT source, region, account, class, day, raw_data FROM events WHERE ${conditions.join(' OR ')} ORDER BY "time"`;
  return { sql, parameters };
}

function recordOf(raw: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof raw !== 'string') return null;
  try {
    const record: unknown = JSON.parse(raw);
    return typeof record === 'object' && record !== null && !Array.isArray(record) ? { ...record } : null;
  } catch {
    return null;
  }
}

function originOf(row: Readonly<Record<string, unknown>>): {
  readonly account: string | null;
  readonly region: string | null;
  readonly name: null;
} {
  return { account: nameIn(row['account']), region: nameIn(row['region']), name: null };
}

/** Folders of the lake say `unknown` and `global` where a record says nothing. */
const NOTHING = new Set(['', 'unknown', 'global', '__HIVE_DEFAULT_PARTITION__']);

function nameIn(value: unknown): string | null {
  return typeof value === 'string' && !NOTHING.has(value) ? value : null;
}

function partitionOf(row: Readonly<Record<string, unknown>>, source: LogSource): string {
  const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '');
  return `${text('class')}/source=${source}/region=${text('region')}/accountId=${text('account')}/eventDay=${text('day')}`;
}
