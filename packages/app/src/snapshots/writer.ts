/** Writes a snapshot folder while a collection runs. */
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { CallSink } from '@kumomori/collectors';
import type { CallPlace, CallRecord, CloudProvider, CoverageGap, SnapshotManifest } from '@kumomori/model';
import { scopeOf } from '@kumomori/model';
import { Answered } from './answered.ts';
import { Appender } from './append.ts';
import { DRAFT, compactFile } from './compact.ts';
import { SnapshotError, systemCode, writeError } from './errors.ts';
import { MAX_PIECE } from './lines.ts';
import { foldersIn, rawFiles } from './folder.ts';
import { LOCK, lockFolder } from './lock.ts';
import { MANIFEST, readManifest, writeManifest, writeWhole } from './manifest.ts';
import { RAW, isProvider, pathOf, placeOf } from './names.ts';
import { lineOf } from './record.ts';
import { hashOf } from './verify.ts';

/** Lies in the folder while a collection is unfinished and names its cloud: a snapshot may hold several. */
const MARK = '.unfinished';

export interface SnapshotWriterOptions {
  readonly provider: CloudProvider;
  readonly tool: SnapshotManifest['tool'];
  /** ISO 8601 in UTC. */
  readonly startedAt: string;
  readonly redaction: SnapshotManifest['redaction'];
  /** Go on with what lies in the folder; an empty folder is fine too. */
  readonly resume: boolean;
}

/** What only the end of a collection knows. */
export interface CollectionEnd extends Pick<SnapshotManifest, 'principals' | 'scopes' | 'gaps' | 'calls'> {
  /** Null: it was stopped, and can be resumed. */
  readonly finishedAt: string | null;
}

export interface SnapshotWriter extends CallSink {
  /** Waits for what is being written, makes the files small, writes the manifest, lets go of the folder. Returns the manifest. */
  finish(end: CollectionEnd): Promise<SnapshotManifest>;
  /** Lets go of the folder and leaves it unfinished; as it was before when nothing was recorded. */
  close(): void;
}

/**
 * Opens a folder for a collection of one provider. A finished snapshot takes a further provider; anything else that lies there is left
 * alone. Throws SnapshotError `occupied`, `unfinished`, `redaction-differs`, `in-use`, and for what the disk says.
 */
export function openSnapshotWriter(folder: string, options: SnapshotWriterOptions): SnapshotWriter {
  const isMade = makeFolder(folder);
  const release = lockFolder(folder);
  try {
    const earlier = earlierManifest(folder, options);
    rmSync(join(folder, DRAFT), { force: true });
    const marked = markedProvider(folder);
    writeWhole(join(folder, MARK), options.provider);
    writeManifest(folder, earlier ? { ...earlier, finishedAt: null } : begun(options));
    const restore = (): void => {
      if (marked === null) rmSync(join(folder, MARK), { force: true });
      if (earlier) writeManifest(folder, earlier);
      else rmSync(join(folder, MANIFEST), { force: true });
    };
    return new FolderWriter(folder, { ...options, earlier, restore, release: () => letGo(folder, release, isMade) });
  } catch (error) {
    letGo(folder, release, isMade);
    throw error;
  }
}

function letGo(folder: string, release: () => void, isMade: boolean): void {
  release();
  if (isMade && readdirSync(folder).length === 0) rmdirSync(folder);
}

/** True when it was not there before. */
function makeFolder(folder: string): boolean {
  try {
    const isMade = mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined;
    if (isMade) chmodSync(folder, 0o700);
    return isMade;
  } catch (cause) {
    throw systemCode(cause) === 'EEXIST' ? new SnapshotError('occupied', folder, { cause }) : writeError(folder, cause);
  }
}

function begun({ tool, startedAt, redaction }: SnapshotWriterOptions): SnapshotManifest {
  const nothing = { principals: [], scopes: [], calls: {}, gaps: [], files: {} };
  return { schemaVersion: '1', tool, startedAt, finishedAt: null, ...nothing, redaction };
}

/** What lies in the folder, when a collection may go on there; null when nothing does. */
function earlierManifest(folder: string, { provider, redaction, resume }: SnapshotWriterOptions): SnapshotManifest | null {
  const names = readdirSync(folder).filter((name) => ![LOCK, DRAFT, MARK].includes(name) && !name.endsWith('.tmp'));
  if (names.length === 0) return null;
  const manifest = readManifest(folder);
  const providers = foldersIn(join(folder, RAW));
  if (!manifest && (providers.length === 0 || !resume)) throw new SnapshotError('occupied', folder);
  const isUnfinished = manifest?.finishedAt === null;
  const [only] = providers;
  const stopped = markedProvider(folder) ?? (providers.length === 1 && isProvider(only) ? only : provider);
  if (isUnfinished && (!resume || stopped !== provider)) throw new SnapshotError('unfinished', folder, { detail: stopped });
  if (!isUnfinished && !resume && providers.includes(provider)) throw new SnapshotError('occupied', folder);
  if (manifest && manifest.redaction !== redaction) throw new SnapshotError('redaction-differs', folder, { detail: manifest.redaction });
  return manifest;
}

/** Which cloud an unfinished collection asks; null when nothing says so. */
function markedProvider(folder: string): CloudProvider | null {
  try {
    const text = readFileSync(join(folder, MARK), 'utf8').slice(0, 100);
    return isProvider(text) ? text : null;
  } catch {
    return null;
  }
}

interface FolderWriterOptions extends SnapshotWriterOptions {
  readonly earlier: SnapshotManifest | null;
  readonly release: () => void;
  /** Brings back the manifest of before. */
  readonly restore: () => void;
}

class FolderWriter implements SnapshotWriter {
  readonly #folder: string;
  readonly #options: FolderWriterOptions;
  readonly #appender: Appender;
  readonly #answered: Answered | null;
  readonly #open = new Set<Promise<void>>();
  /** What comes later would not be what the manifest lists. */
  #isClosed = false;
  /** Gaps of earlier that this collection has not come to, by scope and operation. */
  readonly #oldGaps = new Map<string, CoverageGap>();

  constructor(folder: string, options: FolderWriterOptions) {
    this.#folder = folder;
    this.#options = options;
    this.#appender = new Appender(folder);
    this.#answered = options.resume ? new Answered(folder) : null;
    for (const gap of options.earlier?.gaps ?? []) this.#oldGaps.set(`${gap.scope} ${gap.operation}`, gap);
  }

  async record(place: CallPlace, record: CallRecord): Promise<void> {
    if (this.#isClosed) throw new SnapshotError('closed', this.#folder);
    this.#come(place);
    const line = lineOf(record);
    const written = this.#appender.append(pathOf(place), Buffer.byteLength(line) > MAX_PIECE ? lineOf(tooLong(record)) : line);
    this.#open.add(written);
    try {
      await written;
    } finally {
      this.#open.delete(written);
    }
  }

  recorded(place: CallPlace, request: Parameters<CallSink['recorded']>[1]): ReturnType<CallSink['recorded']> {
    const found = this.#answered?.find(place, request) ?? null;
    if (found) this.#come(place);
    return found;
  }

  async finish(end: CollectionEnd): Promise<SnapshotManifest> {
    this.#isClosed = true;
    try {
      await Promise.allSettled([...this.#open]);
      const { files, records } = await this.#seal();
      const manifest = this.#manifest(end, files, records);
      writeManifest(this.#folder, manifest);
      if (end.finishedAt !== null) rmSync(join(this.#folder, MARK), { force: true });
      return manifest;
    } finally {
      this.#options.release();
    }
  }

  close(): void {
    this.#isClosed = true;
    const { earlier, restore, release } = this.#options;
    const isUntouched = this.#appender.touched.size === 0 && (earlier !== null || foldersIn(join(this.#folder, RAW)).length === 0);
    if (isUntouched) restore();
    release();
  }

  #come(place: CallPlace): void {
    if (this.#oldGaps.size > 0) this.#oldGaps.delete(`${scopeOf(place)} ${place.operation}`);
  }

  /** Hashes of all files, and how many records of which call there are. What was sealed before and not written to since keeps its hash. */
  async #seal(): Promise<{ readonly files: Record<string, string>; readonly records: ReadonlyMap<string, number> }> {
    const sealed = this.#options.earlier?.finishedAt ? this.#options.earlier.files : {};
    const files: Record<string, string> = {};
    const records = new Map<string, number>();
    for (const { path, isOther } of rawFiles(this.#folder)) {
      const known = this.#appender.touched.has(path) ? undefined : sealed[path];
      if (known !== undefined) {
        files[path] = known;
        continue;
      }
      const place = placeOf(path);
      if (isOther || !place) continue;
      const call = `${place.provider}:${place.service}:${place.operation}`;
      records.set(call, (records.get(call) ?? 0) + compactFile(this.#folder, path));
      const hash = await hashOf(join(this.#folder, path));
      if (hash === null) throw new SnapshotError('read-failed', join(this.#folder, path));
      files[path] = hash;
      await breathe();
    }
    return { files, records };
  }

  #manifest(end: CollectionEnd, files: Record<string, string>, records: ReadonlyMap<string, number>): SnapshotManifest {
    const { provider, earlier } = this.#options;
    const kept = (earlier?.principals ?? []).filter((each) => each.provider !== provider || end.principals.length === 0);
    const calls = new Map(Object.entries(earlier?.calls ?? {}));
    for (const [call, made] of Object.entries(end.calls)) calls.set(call, (calls.get(call) ?? 0) + made);
    // A collection that was killed could not say how many calls it made; its records can.
    for (const [call, found] of records) calls.set(call, Math.max(calls.get(call) ?? 0, found));
    return {
      ...(earlier ?? begun(this.#options)),
      tool: this.#options.tool,
      finishedAt: end.finishedAt,
      principals: [...kept, ...end.principals],
      scopes: mergedScopes([...(earlier?.scopes ?? []), ...end.scopes]),
      calls: Object.fromEntries([...calls].sort(([a], [b]) => (a < b ? -1 : 1))),
      gaps: [...new Map([...this.#oldGaps.values(), ...end.gaps].map((gap) => [`${gap.scope} ${gap.operation}`, gap])).values()],
      files: Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }
}

/** Stands for an answer that could not be read back. */
function tooLong({ request, at }: CallRecord): CallRecord {
  return { request, at, error: { code: 'AnswerTooLong', message: 'the answer is longer than 64 MiB' } };
}

type Scope = SnapshotManifest['scopes'][number];

function mergedScopes(scopes: readonly Scope[]): readonly Scope[] {
  const merged = new Map<string, Scope>();
  for (const scope of scopes) {
    const key = `${scope.provider}:${scope.account}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...scope, regions: [...new Set([...known.regions, ...scope.regions])] } : scope);
  }
  return [...merged.values()];
}
