/** Events of a lake: rows whose raw record holds one of the texts. */
import type { LogSource } from '@kumomori/model';
import { eventOfRow, lakeReading, queryLake } from '../lake/index.ts';
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
        const event = eventOfRow(row);
        if (event) take(event, { file: name, partition: partitionOf(row, event.source) });
        else withoutRecord += 1;
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

function partitionOf(row: Readonly<Record<string, unknown>>, source: LogSource): string {
  const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '');
  return `${text('class')}/source=${source}/region=${text('region')}/accountId=${text('account')}/eventDay=${text('day')}`;
}
