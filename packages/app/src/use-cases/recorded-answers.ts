/** Which call of a cloud's API answered what evidence points at, and when. */
import { join } from 'node:path';
import type { OriginTarget } from '../findings/index.ts';
import type { RecordedAnswer } from '../outputs/index.ts';
import { placeOf, recordsOf } from '../snapshots/index.ts';

export interface SnapshotOfTarget {
  readonly folder: string;
  readonly origin: OriginTarget;
}

/**
 * Looks up lines of snapshot files by the name the report gives them; null for files of code. A file is read when it is asked about for the
 * first time, and only the times of its calls are kept.
 */
export function recordedAnswers(snapshots: readonly SnapshotOfTarget[]): (file: string, line: number) => RecordedAnswer | null {
  const times = new Map<string, readonly number[]>();
  return (file, line) => {
    for (const { folder, origin } of snapshots) {
      const path = origin.relative(file);
      const place = placeOf(path);
      if (!place) continue;
      const known = times.get(file) ?? timesIn(join(folder, path), path);
      times.set(file, known);
      const at = known[line] ?? Number.NaN;
      const { account, region, service, operation } = place;
      return { call: `${service}:${operation}`, account, region, at: Number.isNaN(at) ? null : new Date(at).toISOString() };
    }
    return null;
  };
}

/** `s3:GetBucketPolicy` for a file of a snapshot; null for any other. */
export function callOf(file: string): string | null {
  const place = placeOf(file);
  return place && `${place.service}:${place.operation}`;
}

/** By number of the line. What cannot be read was told when it was scanned. */
function timesIn(file: string, path: string): readonly number[] {
  const times: number[] = [];
  for (const { line, record } of recordsOf(file, path, () => {})) times[line] = Date.parse(record.at);
  return times;
}
