/** For tests of several clouds: what an earlier collection recorded, as a later one is given it. */
import type { CallPlace, CallRecord, CloudProvider, Json } from '@kumomori/model';
import { canonicalJson } from '@kumomori/model';
import type { Earlier } from '../changes/index.ts';
import { changesOf } from '../changes/index.ts';

export interface Recorded {
  readonly place: CallPlace;
  readonly record: CallRecord;
}

/** `events`: null for a collection that goes on without any. */
export function earlierOf(provider: CloudProvider, records: readonly Recorded[], events: readonly Json[] | null): Earlier {
  const byPlace = Map.groupBy(records, ({ place }) => nameOf(place));
  const changes = events && changesOf(provider, events);
  const recordsAt = (place: CallPlace): readonly CallRecord[] => (byPlace.get(nameOf(place)) ?? []).map(({ record }) => record);
  return {
    find: (place, request) => recordsAt(place).find((record) => canonicalJson(record.request) === canonicalJson(request)) ?? null,
    records: recordsAt,
    isTaken: () => false,
    changes,
    accounts: [...new Set(records.map(({ place }) => place.account))],
  };
}

/** Each record as one line, in order of place and request; times and ports of servers do not count. */
export function linesOf(records: readonly Recorded[]): readonly string[] {
  const lines = records.map(({ place, record: { request, response = null, error } }) => {
    const said: Json = { request, response, ...(error && { code: error.code }) };
    return `${nameOf(place)} ${canonicalJson(said)}`;
  });
  return lines.map((line) => line.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1')).sort();
}

function nameOf({ account, region, service, operation }: CallPlace): string {
  return [account, region, service, operation].join(' ');
}
