/** Keeping a lake in shape: fewer files, no events beyond their time. */
import { resolve } from 'node:path';
import { messagesIn } from '../i18n/index.ts';
import type { CompactResult, LakeFile, RetentionBands } from '../lake/index.ts';
import { compactLake, filesBeyond, openLake, removeFiles } from '../lake/index.ts';
import type { AskLakeOptions } from './ask-lake.ts';
import { aboutLake } from './lake-errors.ts';

/** Throws AppErrors. */
export async function compactTheLake({ lake, cwd, language }: AskLakeOptions, now: () => Date): Promise<CompactResult> {
  return await aboutLake(messagesIn(language), async () => {
    const open = openLake(resolve(cwd, lake), { mayBegin: false });
    try {
      return await compactLake(open, { now });
    } finally {
      open.close();
    }
  });
}

export interface RetentionOptions extends AskLakeOptions {
  readonly bands: RetentionBands;
  readonly now: Date;
  /** False: only says what would go. */
  readonly apply: boolean;
}

export interface RetentionResult {
  readonly isApplied: boolean;
  readonly files: number;
  readonly events: number;
  readonly bytes: number;
  /** By source: the days that go, first and last (YYYYMMDD). */
  readonly bySource: Readonly<
    Record<string, { readonly from: string; readonly until: string; readonly events: number; readonly bytes: number }>
  >;
}

/** Throws AppErrors. */
export async function retainLake({ lake, cwd, language, bands, now, apply }: RetentionOptions): Promise<RetentionResult> {
  return await aboutLake(messagesIn(language), () => {
    const open = openLake(resolve(cwd, lake), { mayBegin: false });
    try {
      const files = filesBeyond(open.files.values(), bands, now);
      if (apply) removeFiles(open, files, { now });
      return summary(files, apply);
    } finally {
      open.close();
    }
  });
}

function summary(files: readonly LakeFile[], isApplied: boolean): RetentionResult {
  const sum = (list: readonly LakeFile[], value: (file: LakeFile) => number): number =>
    list.reduce((total, each) => total + value(each), 0);
  const bySource = [...Map.groupBy(files, ({ source }) => source)].map(([source, own]) => {
    const days = own.map(({ day }) => day).sort();
    return [
      source,
      {
        from: days[0] ?? '',
        until: days.at(-1) ?? '',
        events: sum(own, ({ rows }) => rows),
        bytes: sum(own, ({ sizeBytes }) => sizeBytes),
      },
    ] as const;
  });
  return {
    ...{ isApplied, files: files.length, events: sum(files, ({ rows }) => rows), bytes: sum(files, ({ sizeBytes }) => sizeBytes) },
    bySource: Object.fromEntries(bySource),
  };
}
