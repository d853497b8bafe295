/**
 * The ledger of a lake: one JSON object a line, only ever appended to, forced to the disk line by line. What it does not tell of is not in the
 * lake. A line that a killed process left half-written is the last one, has no line end, and is cut off by the next writer.
 */
import { jsonOf } from '@kumomori/model';
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { LogSource } from '@kumomori/model';
import { z } from 'zod';
import { LakeError, writeFailure } from './errors.ts';

/** Folder of the lake's own files; engines skip names that begin with an underscore. */
export const OWN_FOLDER = '_kumomori';
const LEDGER = 'ledger.jsonl';

const fault = z.object({ kind: z.string(), offset: z.number().nullable() });

const objectEntry = z.object({
  /** As it was given to the ingest that read it. */
  path: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
  /** Records that became events, were there already, could not be read, and are of no known log. */
  events: z.number(),
  duplicates: z.number(),
  damaged: z.number(),
  unrecognized: z.number(),
  inflatedBytes: z.number(),
  fault: fault.nullable(),
});

const fileEntry = z.object({
  /** Below the lake's folder, with forward slashes. */
  path: z.string(),
  table: z.string(),
  source: z.string(),
  region: z.string(),
  account: z.string(),
  /** YYYYMMDD; `00000000` holds events whose time is missing or cannot be. */
  day: z.string(),
  rows: z.number(),
  sizeBytes: z.number(),
  sha256: z.string(),
  /** Milliseconds since 1970 UTC of the first and last event; null in the day `00000000`. */
  first: z.number().nullable(),
  last: z.number().nullable(),
  /** `columnsKey` of its table's columns when it was written; files of earlier releases do not say. */
  columns: z.string().optional(),
  /** `codesOf` the operations in it; files of earlier releases, and those with very many, do not say. */
  codes: z.string().optional(),
});

const entry = z.object({
  v: z.literal(1),
  kind: z.enum(['ingest', 'compact', 'retention']),
  /** Counts up from 1 without holes. */
  number: z.number(),
  at: z.string(),
  objects: z.array(objectEntry).default([]),
  added: z.array(fileEntry).default([]),
  /** Paths of files that are no longer part of the lake. */
  removed: z.array(z.string()).default([]),
  /** Names of keys that no mapping knows, with the number of records, by source. */
  unknownKeys: z.record(z.string(), z.record(z.string(), z.number())).default({}),
});

export type LakeObject = Readonly<z.infer<typeof objectEntry>>;
export type LakeFile = Readonly<z.infer<typeof fileEntry>> & { readonly source: LogSource | (string & {}) };
export type LedgerEntry = Readonly<z.infer<typeof entry>>;
/** What a writer says; number and version are the ledger's. */
export type NewEntry = Partial<Omit<LedgerEntry, 'v' | 'number'>> & Pick<LedgerEntry, 'kind' | 'at'>;

export interface LedgerState {
  readonly last: number;
  /** By path. */
  readonly files: ReadonlyMap<string, LakeFile>;
  /** Content hashes of the objects that were read. */
  readonly objects: ReadonlySet<string>;
}

export function ledgerPath(lake: string): string {
  return join(lake, OWN_FOLDER, LEDGER);
}

export function isLake(lake: string): boolean {
  return existsSync(ledgerPath(lake));
}

/** An empty ledger, on the disk when it returns. */
export function beginLedger(lake: string): void {
  const descriptor = openSync(ledgerPath(lake), 'a', 0o640);
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** All whole lines. Throws LakeError `ledger-invalid` with the line number. */
export function readLedger(lake: string): readonly LedgerEntry[] {
  if (!isLake(lake)) return [];
  const text = readFileSync(ledgerPath(lake), 'utf8');
  return wholeLines(text).map((line, index) => {
    const parsed = entry.safeParse(jsonOf(line));
    if (!parsed.success || parsed.data.number !== index + 1) throw new LakeError('ledger-invalid', `${ledgerPath(lake)}:${index + 1}`);
    return parsed.data;
  });
}

export function ledgerState(entries: readonly LedgerEntry[]): LedgerState {
  const files = new Map<string, LakeFile>();
  const objects = new Set<string>();
  for (const each of entries) {
    for (const path of each.removed) files.delete(path);
    for (const file of each.added) files.set(file.path, file);
    for (const { sha256 } of each.objects) objects.add(sha256);
  }
  return { last: entries.length, files, objects };
}

/** Appends whole lines; made by whoever holds the lock. */
export class LedgerWriter {
  readonly #path: string;
  #last: number;

  constructor(lake: string, last: number) {
    this.#path = ledgerPath(lake);
    this.#last = last;
    mkdirSync(join(lake, OWN_FOLDER), { recursive: true });
    cutTornLine(this.#path);
  }

  /** The number the next entry gets. */
  get next(): number {
    return this.#last + 1;
  }

  /** On the disk when it returns. Throws LakeErrors; the ledger is then as before. */
  append(added: NewEntry): LedgerEntry {
    const line = entry.parse({ ...added, v: 1, number: this.next });
    const { O_WRONLY, O_CREAT, O_APPEND, O_NOFOLLOW } = constants;
    const descriptor = openSync(this.#path, O_WRONLY | O_CREAT | O_APPEND | (O_NOFOLLOW ?? 0), 0o640);
    const { size } = fstatSync(descriptor);
    try {
      const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } catch (cause) {
      ftruncateSync(descriptor, size);
      throw writeFailure(this.#path, cause);
    } finally {
      closeSync(descriptor);
    }
    this.#last += 1;
    return line;
  }
}

/** The files a lake is made of now. Throws LakeErrors. */
export function lakeFiles(lake: string): readonly LakeFile[] {
  return [...ledgerState(readLedger(lake)).files.values()];
}

function wholeLines(text: string): readonly string[] {
  const end = text.lastIndexOf('\n');
  return end === -1 ? [] : text.slice(0, end).split('\n');
}

function cutTornLine(path: string): void {
  if (!existsSync(path)) return;
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(10) + 1;
  if (end === bytes.length) return;
  const descriptor = openSync(path, 'r+');
  try {
    ftruncateSync(descriptor, end);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
