/** Up to where a lake has read what forgets nothing: sequence numbers of the partitions of event hubs. */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOf } from '@kumomori/model';
import { z } from 'zod';
import { LakeError, writeFailure } from './errors.ts';
import { OWN_FOLDER } from './ledger.ts';

const places = z.record(z.string(), z.record(z.string(), z.number()));

export interface LakePlaces {
  of(address: string): {
    read(): Readonly<Record<string, number>>;
    /** On the disk when it returns. Throws LakeErrors. */
    write(next: Readonly<Record<string, number>>): void;
  };
}

/** Of whoever holds the lake's lock. Throws LakeError `ledger-invalid` for a file that is none of ours. */
export function openPlaces(lake: string): LakePlaces {
  const path = join(lake, OWN_FOLDER, 'places.json');
  const read = places.safeParse(existsSync(path) ? jsonOf(readFileSync(path, 'utf8')) : {});
  if (!read.success) throw new LakeError('ledger-invalid', path);
  const known: Record<string, Readonly<Record<string, number>>> = { ...read.data };
  return {
    of: (address) => ({
      read: () => known[address] ?? {},
      write(next) {
        known[address] = { ...next };
        replace(path, JSON.stringify(known));
      },
    }),
  };
}

function replace(path: string, text: string): void {
  try {
    const descriptor = openSync(`${path}.tmp`, 'w', 0o640);
    try {
      writeSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(`${path}.tmp`, path);
  } catch (cause) {
    throw writeFailure(path, cause);
  }
}
