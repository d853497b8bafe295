/** Audit logs on disk, record by record: of CloudTrail, Azure's activity log, Google's audit logs and Kubernetes, in the forms they are delivered in. */
import type { Diagnostic, Json } from '@kumomori/model';
import { isJsonObject } from '@kumomori/model';
import type { Messages } from '../i18n/index.ts';
import { faultDiagnostic, listObjects, readObjectText } from '../logs/index.ts';

export interface EventOptions {
  readonly cwd: string;
  readonly messages: Messages;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Of a folder's files; what else lies there is none of ours. */
const LOG_FILE = /\.(?:json|jsonl|ndjson|log)(?:\.gz)?$/;
/** Members that hold the records: log files of CloudTrail, Azure, answers of LookupEvents, of the activity log, of entries.list, an EventList. */
const LISTS = ['Records', 'records', 'Events', 'value', 'entries', 'items'] as const;

/** The records of files and folders of logs. Throws AppError `target-missing`. One file in memory at a time. */
export function* eventRecords(paths: readonly string[], { cwd, messages, report }: EventOptions): Generator<Json> {
  for (const object of listObjects(paths, { cwd, messages, report, accepts: (path) => LOG_FILE.test(path) })) {
    const { text, fault } = readObjectText(object);
    if (fault) report(faultDiagnostic(object.path, fault, messages));
    const records = text === '' && fault ? [] : recordsIn(text.trim());
    if (records) yield* records;
    else {
      const message = messages.drift.diagnostics.badEvents(object.path);
      report({ severity: 'warning', file: object.path, line: null, column: null, code: 'events-unreadable', message });
    }
  }
}

/** `{ "Records": […] }` and the like, an array, or one record a line; null for anything else. */
function recordsIn(text: string): readonly Json[] | null {
  const whole = listIn(jsonOf(text));
  if (whole) return whole;
  const lines = text.split('\n').map((line) => jsonOf(line.trim()));
  // Files of Azure hold a list of records on each line.
  return lines.some((line) => line !== undefined) ? lines.flatMap((line) => listIn(line) ?? (line === undefined ? [] : [line])) : null;
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
