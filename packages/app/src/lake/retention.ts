/** How long events stay, by source. Never removes what is not older than its source's band, nor events without a day. */
import type { Disk } from './commit-files.ts';
import { commitFiles } from './commit-files.ts';
import { NO_DAY } from './batch.ts';
import type { LakeFile } from './ledger.ts';
import type { OpenLake } from './open-lake.ts';

export interface RetentionBands {
  /** Days, by source. */
  readonly bySource: ReadonlyMap<string, number>;
  /** Null: sources that are not named stay for ever. */
  readonly others: number | null;
}

const DAY = 86_400_000;

/** Files whose whole day lies before the band: a day counts as old when `days` full days have passed since its end. */
export function filesBeyond(files: Iterable<LakeFile>, { bySource, others }: RetentionBands, now: Date): readonly LakeFile[] {
  return [...files].filter(({ source, day }) => {
    const days = bySource.get(source) ?? others;
    return days !== null && day !== NO_DAY && day < dayOf(now.getTime() - days * DAY);
  });
}

/** Removes them, with one line of the ledger that says so. Throws LakeErrors. */
export function removeFiles(lake: OpenLake, files: readonly LakeFile[], { now, disk }: { readonly now: Date; readonly disk?: Disk }): void {
  if (files.length === 0) return;
  const entry = commitFiles(lake.folder, {
    ...{ ledger: lake.ledger, staged: [], entry: { kind: 'retention', at: now.toISOString(), removed: files.map(({ path }) => path) } },
    ...(disk && { disk }),
  });
  lake.note(entry);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '');
}
