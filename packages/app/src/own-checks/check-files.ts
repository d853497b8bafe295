/** The files of a folder of checks. */
import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface CheckFile {
  /** As shown to people. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly kind: 'yaml' | 'typescript';
}

const MAX_FILES = 2000;
/** Hand-written and small. */
const MAX_BYTES = 1024 * 1024;

/** YAML and TypeScript below a folder, sorted; null when it is no folder. Links are not followed, hidden folders and node_modules left out. */
export function findCheckFiles(folder: string, shown: string): readonly CheckFile[] | null {
  try {
    if (!statSync(folder).isDirectory()) return null;
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
    return paths
      .filter((path) => !/(?:^|\/)(?:\.|node_modules\/)/.test(path))
      .toSorted()
      .flatMap((path) => {
        const kind = kindOf(path);
        return kind ? [{ path: shown === '.' ? path : `${shown.replace(/\/+$/, '')}/${path}`, file: join(folder, path), kind }] : [];
      })
      .slice(0, MAX_FILES);
  } catch {
    return null; // no folder, or none that may be read: said by the caller
  }
}

/** Whether there is a folder, through links. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function kindOf(path: string): CheckFile['kind'] | null {
  if (/\.ya?ml$/.test(path)) return 'yaml';
  return path.endsWith('.ts') && !/\.(?:test|d|examples)\.ts$/.test(path) ? 'typescript' : null;
}

/** The text; null when it cannot be read or is too big to be written by hand. */
export function readCheckText(file: string): string | null {
  try {
    return statSync(file).size <= MAX_BYTES ? readFileSync(file, 'utf8').replace(/^\uFEFF/, '') : null;
  } catch {
    return null;
  }
}

/** Whether a path lies in a folder, links resolved. */
export function liesWithin(path: string, folder: string): boolean {
  const inner = real(path);
  const outer = real(folder);
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`);
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
