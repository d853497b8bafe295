/** Who changed what drifted, from CloudTrail logs on disk. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Diagnostic, Json } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';
import type { Change, Drift, Named, Thing } from '@kumomori/engine';
import { ChangeLog } from '@kumomori/engine';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';

export interface EventOptions {
  readonly cwd: string;
  readonly messages: Messages;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Files of CloudTrail are some MB; what is larger once unpacked is none. */
const MAX_BYTES = 256 * 1024 * 1024;
const LOG_FILE = /\.(?:json|jsonl|ndjson|log)(?:\.gz)?$/;

/** The last write event of each drift. Throws AppError `target-missing` for files that are not there. One file in memory at a time. */
export function changesOf(drifts: readonly Drift[], paths: readonly string[], options: EventOptions): (drift: Drift) => Change | null {
  if (paths.length === 0) return () => null;
  const keys = new Map(drifts.map((drift, index) => [drift, String(index)]));
  const log = new ChangeLog(drifts.map((drift, index) => named(drift, String(index))));
  for (const record of eventRecords(paths, options)) log.add(record);
  return (drift) => log.lastOf(keys.get(drift) ?? '');
}

/** The records of files and folders of CloudTrail logs. Throws AppError `target-missing`. One file in memory at a time. */
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

/** CloudTrail's word for services whose folder is called otherwise. */
const EVENT_SOURCES: Readonly<Record<string, string>> = {
  cloudwatch: 'monitoring',
  elbv2: 'elasticloadbalancing',
  elb: 'elasticloadbalancing',
  vpc: 'ec2',
  eventbridge: 'events',
  efs: 'elasticfilesystem',
};

function named({ code, live, names }: Drift, key: string): Named {
  const thing = live ?? code;
  return {
    key,
    names: [...(live ? namesOf(live) : []), ...names],
    service: thing ? eventSourceOf(thing) : null,
    account: live?.root.account ?? null,
  };
}

/** By what records may name a live thing. */
export function namesOf({ declared }: Thing): readonly string[] {
  return [declared.address, ...(declared.names ?? [])];
}

/** The service whose events tell of a thing; null: any. */
export function eventSourceOf({ main }: Thing): string | null {
  const service = main.type.split('.')[1];
  return main.provider === 'aws' && service !== undefined ? (EVENT_SOURCES[service] ?? service) : null;
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

/** `{ "Records": […] }`, an array, or one record a line; null for anything else. */
function recordsIn(file: string): readonly Json[] | null {
  try {
    const bytes = readFileSync(file);
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const text = (isPacked ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes).toString('utf8').trim();
    const whole = jsonOf(text);
    if (isJsonObject(whole) && Array.isArray(whole['Records'])) return whole['Records'] as readonly Json[];
    if (Array.isArray(whole)) return whole as readonly Json[];
    const lines = text.split('\n').map((line) => jsonOf(line.trim()));
    return lines.some((line) => line !== undefined) ? lines.filter((line) => line !== undefined) : null;
  } catch {
    // Unreadable, not gzip after all, or too large: said by the caller, the other files still count.
    return null;
  }
}

function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
