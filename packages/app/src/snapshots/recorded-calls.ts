/** The records of one account, read from the disk when they are asked for. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CallRecord, CloudProvider, Diagnostic, RecordedCall, RecordedCalls, Source } from '@kumomori/model';
import { canonicalJson } from '@kumomori/model';
import type { LineTrouble } from './lines.ts';
import { linesOf } from './lines.ts';
import { RAW, decodePart, encodePart } from './names.ts';
import type { RecordTrouble } from './record.ts';
import { parseRecord } from './record.ts';

/** Bad lines told for each file; a file of nothing else would drown everything. */
const TOLD = 20;

const troubles: Readonly<Record<LineTrouble | RecordTrouble, string>> = {
  torn: 'the last record was cut off when the collection was stopped',
  damaged: 'the compressed file is damaged here; what cannot be read was left out',
  'too-large': 'the compressed file holds more than is read; the rest was left out',
  'line-too-long': 'the line is longer than 64 MiB and was left out',
  unreadable: 'cannot be read',
  'not-json': 'the line is no JSON and was left out',
  'not-a-record': 'the line is no record of a call (request, at, and response or error) and was left out',
  'too-deep': 'the answer is nested more than 200 levels deep and was left out',
};

export interface RecordedCallsOptions {
  readonly folder: string;
  readonly provider: CloudProvider;
  readonly account: string;
  readonly partition: string;
  /** As the folders are called. */
  readonly regionParts: readonly string[];
  readonly report: (diagnostic: Diagnostic) => void;
}

/** What was read is kept as long as the returned object is: let go of it when the account is done. */
export function recordedCallsOf(options: RecordedCallsOptions): RecordedCalls {
  const { account, partition } = options;
  const known = new Map<string, readonly RecordedCall[]>();
  return {
    account,
    partition,
    of(service, operation) {
      const key = `${service} ${operation}`;
      const found = known.get(key) ?? options.regionParts.flatMap((region) => recordsIn(region, { ...options, service, operation }));
      known.set(key, found);
      return found;
    },
  };
}

function recordsIn(
  regionPart: string,
  {
    folder,
    provider,
    account,
    service,
    operation,
    report,
  }: RecordedCallsOptions & { readonly service: string; readonly operation: string },
): readonly RecordedCall[] {
  const stem = [RAW, provider, encodePart(account), regionPart, encodePart(service), encodePart(operation)].join('/');
  const path = [`${stem}.jsonl.gz`, `${stem}.jsonl`].find((each) => existsSync(join(folder, each)));
  if (path === undefined) return [];
  const place = { provider, account, region: decodePart(regionPart), service, operation };
  const records: RecordedCall[] = [];
  for (const { line, record } of recordsOf(join(folder, path), path, report)) {
    const source: Source = { path, text: '', firstLine: line };
    records.push({ place, record, range: { source, start: 0, end: 0 } });
  }
  return newest(records);
}

/** The records of a file. `path`: how diagnostics call it. */
export function* recordsOf(
  file: string,
  path: string,
  report: (diagnostic: Diagnostic) => void,
): Generator<{ readonly line: number; readonly record: CallRecord; readonly bytes: number }> {
  let told = 0;
  const tell = (kind: LineTrouble | RecordTrouble, line: number | null): void => {
    told += 1;
    if (told > TOLD) return;
    const message = told === TOLD ? 'more lines of this file could not be read' : troubles[kind];
    report({ severity: kind === 'torn' ? 'warning' : 'error', file: path, line, column: null, code: `snapshot-${kind}`, message });
  };
  for (const { line, text } of linesOf(file, tell)) {
    const record = parseRecord(text);
    if (typeof record === 'string') tell(record, line);
    else yield { line, record, bytes: text.length };
  }
}

/** A call that failed and was asked again when the collection was resumed stands there twice: the later one counts, in its place. */
function newest(records: readonly RecordedCall[]): readonly RecordedCall[] {
  if (!records.some(({ record }) => record.error)) return records;
  const byRequest = new Map<string, RecordedCall>();
  for (const each of records) {
    const request = canonicalJson(each.record.request);
    byRequest.delete(request);
    byRequest.set(request, each);
  }
  return [...byRequest.values()];
}
