/** Audit logs on disk, record by record: of CloudTrail, Azure's activity log, Google's audit logs and Kubernetes, in the forms they are delivered in. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Diagnostic, Json } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';

export interface EventOptions {
  readonly cwd: string;
  readonly messages: Messages;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Files of logs are some MB; what is larger once unpacked is none. */
const MAX_BYTES = 256 * 1024 * 1024;
const LOG_FILE = /\.(?:json|jsonl|ndjson|log)(?:\.gz)?$/;
/** Members that hold the records: log files of CloudTrail, Azure, answers of LookupEvents, of the activity log, of entries.list, an EventList. */
const LISTS = ['Records', 'records', 'Events', 'value', 'entries', 'items'] as const;

/** The records of files and folders of logs. Throws AppError `target-missing`. One file in memory at a time. */
export function* eventRecords(paths: readonly string[], { cwd, messages, report }: EventOptions): Generator<Json> {
  for (const path of paths)
    for (const file of filesAt(resolve(cwd, path), path, messages)) {
      const records = recordsIn(file);
      if (records) yield* records;
      else {
        const message = messages.drift.diagnostics.badEvents(path);
        report({ severity: 'warning', file: path, line: null, column: null, code: 'events-unreadable', message });
      }
    }
}

function filesAt(path: string, asked: string, messages: Messages): readonly string[] {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) throw new AppError('target-missing', { message: messages.drift.cli.noEvents(asked) });
  if (!status.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && LOG_FILE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** `{ "Records": […] }` and the like, an array, or one record a line; null for anything else. */
function recordsIn(file: string): readonly Json[] | null {
  try {
    const bytes = readFileSync(file);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const text = (isPacked ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes).toString('utf8').trim();
    const whole = listIn(jsonOf(text));
    if (whole) return whole;
    const lines = text.split('\n').map((line) => jsonOf(line.trim()));
    // Files of Azure hold a list of records on each line.
    return lines.some((line) => line !== undefined) ? lines.flatMap((line) => listIn(line) ?? (line === undefined ? [] : [line])) : null;
  } catch {
    // Unreadable, not gzip after all, or too large: said by the caller, the other files still count.
    return null;
  }
}

function listIn(json: Json | undefined): readonly Json[] | null {
  if (Array.isArray(json)) return json as readonly Json[];
  if (!isJsonObject(json)) return null;
  const key = LISTS.find((each) => Array.isArray(json[each]));
  return key === undefined ? null : (json[key] as readonly Json[]);
}

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
