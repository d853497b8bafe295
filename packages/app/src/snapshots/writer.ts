/** Writes a snapshot folder while a collection runs. */
import { join } from 'node:path';
import type { CallSink } from '@kumomori/collectors';
import type { CallPlace, CallRecord, CoverageGap, SnapshotManifest } from '@kumomori/model';
import { scopeOf } from '@kumomori/model';
import { Answered } from './answered.ts';
import { Appender } from './append.ts';
import type { Begun, SnapshotWriterOptions } from './begin-collection.ts';
import { beginCollection } from './begin-collection.ts';
import type { CollectionEnd } from './end-collection.ts';
import { endManifest, gapKey, sealFiles } from './end-collection.ts';
import { SnapshotError } from './errors.ts';
import { foldersIn } from './folder.ts';
import { MAX_PIECE } from './lines.ts';
import { writeManifest } from './manifest.ts';
import { RAW, pathOf } from './names.ts';
import { lineOf } from './record.ts';

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
  return new FolderWriter(folder, options, beginCollection(folder, options));
}

class FolderWriter implements SnapshotWriter {
  readonly #folder: string;
  readonly #options: SnapshotWriterOptions;
  readonly #begun: Begun;
  readonly #appender: Appender;
  readonly #answered: Answered | null;
  readonly #open = new Set<Promise<void>>();
  /** What comes later would not be what the manifest lists. */
  #isClosed = false;
  /** Gaps of earlier that this collection has not come to. */
  readonly #oldGaps: Map<string, CoverageGap>;

  constructor(folder: string, options: SnapshotWriterOptions, begun: Begun) {
    this.#folder = folder;
    this.#options = options;
    this.#begun = begun;
    this.#appender = new Appender(folder);
    this.#answered = options.resume ? new Answered(folder) : null;
    this.#oldGaps = new Map((begun.earlier?.gaps ?? []).map((gap) => [gapKey(gap), gap]));
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
    const { earlier, unmark, release } = this.#begun;
    try {
      await Promise.allSettled([...this.#open]);
      const taken = this.#options.base?.takeOver(this.#folder) ?? {};
      const known = { ...(earlier?.finishedAt ? earlier.files : {}), ...taken };
      const sealed = await sealFiles(this.#folder, { sealed: known, touched: this.#appender.touched });
      const manifest = endManifest(end, sealed, { ...this.#options, earlier, oldGaps: [...this.#oldGaps.values()] });
      writeManifest(this.#folder, manifest);
      if (end.finishedAt !== null) unmark();
      return manifest;
    } finally {
      release();
    }
  }

  close(): void {
    this.#isClosed = true;
    const { earlier, restore, release } = this.#begun;
    const isUntouched = this.#appender.touched.size === 0 && (earlier !== null || foldersIn(join(this.#folder, RAW)).length === 0);
    try {
      if (isUntouched) restore();
    } finally {
      release();
    }
  }

  #come(place: CallPlace): void {
    if (this.#oldGaps.size > 0) this.#oldGaps.delete(gapKey({ scope: scopeOf(place), operation: place.operation }));
  }
}

/** Stands for an answer that could not be read back. */
function tooLong({ request, at }: CallRecord): CallRecord {
  return { request, at, error: { code: 'AnswerTooLong', message: 'the answer is longer than 64 MiB' } };
}
