/**
 * Local modules that lie beside the TARGET (`source = "../../modules/vpc"`): which files of them the evaluation needs. Only what the code
 * itself names is looked at, and only inside the folders that the caller allows.
 */
import { realpathSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { walkFiles } from './walk.ts';

export interface OutsideModules {
  /** Relative to the TARGET, so they begin with `../`. */
  readonly paths: readonly string[];
  /** Absolute folders of the modules. */
  readonly folders: readonly string[];
}

export interface OutsideOptions {
  /** The TARGET, a real path. */
  readonly root: string;
  readonly paths: readonly string[];
  /** Absolute folders in which modules may lie: the repository of the TARGET, other TARGETs. */
  readonly within: readonly string[];
  readonly textOf: (path: string) => string | null;
}

const CONFIGURATION = /\.(?:tf|tofu)(?:\.json)?$/;
const VARIABLES = /\.tfvars(?:\.json)?$/;
/** The argument in native and in JSON syntax. Text that only looks like one costs a look at a folder, nothing more. */
const SOURCE = /\bsource"?\s*[=:]\s*"(\.{1,2}\/[^"\n]*|\.\.)"/g;

/** Follows the calls that leave the TARGET, and those of the modules found. O(text of the configuration files). */
export function findOutsideModules({ root, paths, within, textOf }: OutsideOptions): OutsideModules {
  const found = new Set<string>();
  const folders = new Map<string, string>();
  const pending = within.length === 0 ? [] : paths.filter((path) => CONFIGURATION.test(path));
  const listed = new Map<string, readonly string[]>();
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    for (const dir of sourcesOf(file, textOf(file))) {
      if (!isOutside(dir) || folders.has(dir)) continue;
      const real = realFolder(join(root, dir));
      if (real === null || !within.some((folder) => isBelow(folder, real))) continue;
      folders.set(dir, real);
      const files = listed.get(real) ?? walkFiles(real).paths;
      listed.set(real, files);
      for (const name of files) {
        // Folders below a module are modules of their own; they take part when somebody calls them.
        const isCode = CONFIGURATION.test(name);
        if ((isCode && name.includes('/')) || VARIABLES.test(name)) continue;
        const path = posix.join(dir, name);
        found.add(path);
        if (isCode) pending.push(path);
      }
    }
  }
  return { paths: [...found], folders: [...new Set(folders.values())] };
}

function sourcesOf(file: string, text: string | null): readonly string[] {
  if (text === null || !text.includes('..')) return [];
  return [...text.matchAll(SOURCE)].map((match) => posix.join(posix.dirname(file), match[1] ?? '').replace(/\/$/, ''));
}

function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../');
}

function realFolder(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null; // not there: the evaluator says so at the call
  }
}

function isBelow(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}
