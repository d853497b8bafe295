/** Keeping a lake in shape: fewer files, no events beyond their time. */
import { resolve } from 'node:path';
import { messagesIn } from '../i18n/index.ts';
import type { CompactResult, LakeFile, RetentionBands } from '../lake/index.ts';
import { compactLake, filesBeyond, openLake, removeFiles } from '../lake/index.ts';
import type { AskLakeOptions } from './ask-lake.ts';
import { aboutLake } from './lake-errors.ts';
import { sealAgain } from './seal-lake.ts';

export interface TendLakeOptions extends AskLakeOptions {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

/** Throws AppErrors. */
export async function compactTheLake(options: TendLakeOptions): Promise<CompactResult> {
  const { lake, cwd, language, now } = options;
  const folder = resolve(cwd, lake);
  return await aboutLake(messagesIn(language), async () => {
    const open = openLake(folder, { mayBegin: false });
    try {
      const result = await compactLake(open, { now });
      sealAgain(folder, options);
      return result;
    } finally {
      open.close();
    }
  });
}

export interface RetentionOptions extends TendLakeOptions {
  readonly bands: RetentionBands;
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
export async function retainLake(options: RetentionOptions): Promise<RetentionResult> {
  const { lake, cwd, language, bands, apply } = options;
  const folder = resolve(cwd, lake);
  const now = options.now();
  return await aboutLake(messagesIn(language), () => {
    const open = openLake(folder, { mayBegin: false });
    try {
      const files = filesBeyond(open.files.values(), bands, now);
      if (apply) {
        removeFiles(open, files, { now });
        sealAgain(folder, options);
      }
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
