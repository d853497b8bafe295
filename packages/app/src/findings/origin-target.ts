/** How the files of a TARGET are named in the report. */
import { isAbsolute, posix, resolve } from 'node:path';
import type { Range, Source } from '@kumomori/model';

export interface OriginTarget {
  /** As the user wrote it. */
  readonly path: string;
  /** The name of a file in the report; `file` is relative to the TARGET's folder. */
  shown(file: string): string;
  shownRange(range: Range): Range;
  /** As contracts.md §2 wants it of a name that `shown` made: relative to the TARGET, absolute where it lies outside. */
  relative(shownFile: string): string;
}

export interface NamingOptions {
  /** As the user wrote it. */
  readonly path: string;
  /** What its files are relative to, absolute. */
  readonly folder: string;
  /** `folder` as the user would write it: where a TARGET is a file, the folder of that file. */
  readonly writtenFolder: string;
  readonly cwd: string;
  /** With several TARGETs the name begins with the TARGET: `production/main.tf` may be in each of them. */
  readonly isOnlyOne: boolean;
}

export function nameFiles({ path, folder, writtenFolder, cwd, isOnlyOne }: NamingOptions): OriginTarget {
  if (isOnlyOne) {
    const relative = (file: string): string => (file.startsWith('../') ? resolve(folder, file) : file);
    return { path, shown: (file) => file, shownRange: (range) => range, relative };
  }
  const shown = (file: string): string => (isAbsolute(file) ? file : posix.join(writtenFolder, file));
  const prefix = posix.join(writtenFolder, '/');
  const sources = new WeakMap<Source, Source>();
  return {
    path,
    shown,
    shownRange(range) {
      const source = sources.get(range.source) ?? { ...range.source, path: shown(range.source.path) };
      sources.set(range.source, source);
      return { ...range, source };
    },
    relative(file) {
      if (prefix === './') return file.startsWith('../') ? resolve(cwd, file) : file;
      return file.startsWith(prefix) ? file.slice(prefix.length) : resolve(cwd, file);
    },
  };
}
