/** Where addresses are: from the operator's own GeoIP files, several together (cities and networks are often apart). */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Place } from '@kumomori/engine';
import { isRecord } from '@kumomori/model';
import type { Mmdb } from './mmdb.ts';
import { openMmdb } from './mmdb.ts';

/** Addresses whose places are remembered. */
const MAX_KNOWN = 100_000;

/** A function of addresses, and the files that are no such databases or cannot be read. */
export function openGeoip(
  files: readonly string[],
  cwd: string,
): { readonly placeOf: ((address: string) => Place | null) | null; readonly bad: readonly string[] } {
  const bad: string[] = [];
  const databases = files.flatMap((file): readonly Mmdb[] => {
    const opened = openMmdb(bytesOf(resolve(cwd, file)));
    if (!opened) bad.push(file);
    return opened ? [opened] : [];
  });
  if (databases.length === 0) return { placeOf: null, bad };
  const known = new Map<string, Place | null>();
  const placeOf = (address: string): Place | null => {
    const before = known.get(address);
    if (before !== undefined) return before;
    const place = joined(databases.map((database) => placeIn(database.get(address))));
    if (known.size < MAX_KNOWN) known.set(address, place);
    return place;
  };
  return { placeOf, bad };
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    // Told as a file that is no database.
    return Buffer.alloc(0);
  }
}

const NOWHERE: Place = { country: null, asn: null, organization: null, latitude: null, longitude: null };

function joined(places: readonly Place[]): Place | null {
  const place = places.reduce<Place>(
    (all, each) => ({
      country: all.country ?? each.country,
      asn: all.asn ?? each.asn,
      organization: all.organization ?? each.organization,
      latitude: all.latitude ?? each.latitude,
      longitude: all.longitude ?? each.longitude,
    }),
    NOWHERE,
  );
  return Object.values(place).every((each) => each === null) ? null : place;
}

/** GeoLite2 and GeoIP2 (country, city, ASN), DB-IP the same, and the flat form of IPinfo. */
function placeIn(record: unknown): Place {
  if (!isRecord(record)) return NOWHERE;
  const country = isRecord(record['country']) ? record['country']['iso_code'] : (record['country_code'] ?? record['country']);
  const location = isRecord(record['location']) ? record['location'] : record;
  const flat = /^AS(\d{1,10})$/i.exec(String(record['asn']))?.[1];
  return {
    country: textOf(country),
    asn: numberOf(record['autonomous_system_number']) ?? (flat === undefined ? null : Number(flat)),
    organization: textOf(record['autonomous_system_organization']) ?? textOf(record['as_name']) ?? textOf(record['as_organization']),
    latitude: numberOf(location['latitude'] ?? location['lat']),
    longitude: numberOf(location['longitude'] ?? location['lng']),
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value.slice(0, 200) : null;
}

/** Also numbers written as text. */
function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}
