/** What an unfinished collection has been answered already, found by what was asked. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CallPlace, CallRecord, JsonObject } from '@kumomori/model';
import { canonicalJson } from '@kumomori/model';
import { pathOf } from './names.ts';
import { recordsOf } from './recorded-calls.ts';

/** Requests indexed at a time, over all files; about 100 bytes each. The files that were asked about first go first. */
const MAX_INDEXED = 1_000_000;
/** Text of the records kept before and after the one that was found last. */
const KEPT_BYTES = 16 * 1024 * 1024;

/** Failures that say nothing about the thing that was asked for: too fast, broken on the way, an hour too late. */
const PASSING =
  /throttl|toomanyrequests|too_many|requestlimitexceeded|slowdown|ratelimit|rate_limit|resource_?exhausted|serviceunavailable|unavailable|internal|bandwidth|timed?out|timeout|deadline|expired|network|socket|econn|enotfound|eai_again|epipe|aborted|malformed|priorrequestnotcomplete|budgetspent|toomanypages|http5\d\d|^(?:401|408|409|425|429|5\d\d)$/i;

export function isPassing(code: string): boolean {
  return PASSING.test(code);
}

interface IndexedFile {
  /** Line by hash of the request, of records that need not be asked for again. */
  readonly lines: ReadonlyMap<string, number>;
}

interface Kept {
  readonly record: CallRecord;
  readonly bytes: number;
}

/** Reads each file when its first request is asked about. */
export class Answered {
  readonly #folder: string;
  readonly #files = new Map<string, IndexedFile>();
  #indexed = 0;
  #records: { readonly path: string; readonly byLine: ReadonlyMap<number, Kept> } | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  find(place: CallPlace, request: JsonObject): CallRecord | null {
    const path = pathOf(place);
    const line = (this.#files.get(path) ?? this.#index(path)).lines.get(hashOf(request));
    return line === undefined ? null : this.#read(path, line);
  }

  /** All of an operation, each question once. */
  records(place: CallPlace): readonly CallRecord[] {
    const byRequest = new Map<string, CallRecord>();
    for (const { record } of this.#recordsOf(pathOf(place))) {
      const request = canonicalJson(record.request);
      if (record.error && isPassing(record.error.code)) byRequest.delete(request);
      else byRequest.set(request, record);
    }
    return [...byRequest.values()];
  }

  #index(path: string): IndexedFile {
    const lines = new Map<string, number>();
    for (const { line, record } of this.#recordsOf(path)) {
      const hash = hashOf(record.request);
      if (record.error && isPassing(record.error.code)) lines.delete(hash);
      else lines.set(hash, line);
    }
    const file = { lines };
    this.#files.set(path, file);
    this.#indexed += lines.size;
    for (const [oldest, { lines: gone }] of this.#files) {
      if (this.#indexed <= MAX_INDEXED || oldest === path) break;
      this.#files.delete(oldest);
      this.#indexed -= gone.size;
    }
    return file;
  }

  /** The records around a line are wanted next: calls are asked for again in about the order in which they were answered. */
  #read(path: string, line: number): CallRecord | null {
    const kept = this.#records?.path === path ? this.#records.byLine.get(line) : undefined;
    if (kept) return kept.record;
    const byLine = new Map<number, Kept>();
    let before = 0;
    let after = 0;
    for (const each of this.#recordsOf(path)) {
      byLine.set(each.line, each);
      if (each.line > line) after += each.bytes;
      else before += each.bytes;
      for (const [oldest, { bytes }] of byLine) {
        if (before <= KEPT_BYTES || oldest >= line) break;
        byLine.delete(oldest);
        before -= bytes;
      }
      if (after > KEPT_BYTES) break;
    }
    this.#records = { path, byLine };
    return byLine.get(line)?.record ?? null;
  }

  #recordsOf(path: string): ReturnType<typeof recordsOf> {
    const file = join(this.#folder, path);
    return existsSync(file) ? recordsOf(file, path, () => {}) : recordsOf('', '', () => {});
  }
}

function hashOf(request: JsonObject): string {
  return createHash('sha256').update(canonicalJson(request)).digest('base64').slice(0, 22);
}
