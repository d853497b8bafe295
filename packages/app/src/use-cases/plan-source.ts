/** The folder of code that plans were made from (`--source`). */
import { realpathSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { PlanSource } from '@kumomori/parsers';
import { AppError } from '../errors.ts';
import { openDiskTree } from '../files/index.ts';
import type { Messages } from '../i18n/index.ts';

export interface OpenPlanSource {
  /** As the evaluator of a TARGET wants it; `root`: the TARGET's folder. */
  seenFrom(root: string): PlanSource;
  /** Lines of a file that findings name, or null when it is none of this code. */
  linesOf(file: string, from: { readonly root: string; readonly shown: (path: string) => string }): readonly string[] | null;
}

/** Throws AppError `target-missing` when there is no such folder. */
export function openPlanSource(
  path: string | null,
  { cwd, messages }: { readonly cwd: string; readonly messages: Messages },
): OpenPlanSource | null {
  if (path === null) return null;
  const place = resolve(cwd, path);
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new AppError('target-missing', { message: messages.target.missing(path) });
  const folder = realpathSync(place);
  const disk = openDiskTree(folder);
  const folderFrom = (root: string): string => relative(root, folder).split(sep).join('/');
  return {
    seenFrom: (root) => ({ tree: disk.tree, folder: folderFrom(root) }),
    linesOf: (file, { root, shown }) => {
      const prefix = folderFrom(root);
      const found = disk.tree.paths.find((each) => shown(prefix === '' ? each : `${prefix}/${each}`) === file);
      return found === undefined ? null : disk.linesOf(found);
    },
  };
}
