import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const CONFIG_NAMES = ['kumomori.yaml', 'kumomori.yml'];
/** Hand-written and small; the YAML library takes long for nested text. */
const MAX_BYTES = 512 * 1024;

/** The first kumomori.yaml in the folders, in their order. `opened`: texts that count in place of the disk, by absolute path. */
export function findConfigFile(folders: readonly string[], opened: ReadonlyMap<string, string> = new Map()): string | null {
  for (const folder of folders) {
    for (const name of CONFIG_NAMES) {
      const path = join(folder, name);
      if (opened.has(path) || isFile(path)) return path;
    }
  }
  return null;
}

/** A folder that may not be looked into has no configuration for us; that it cannot be read is said where its code is read. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** `given`: the user named the file. Null when it cannot be read, is no file of a sensible size, or was found and is a link to elsewhere. */
export function readConfigText(path: string, given: boolean): string | null {
  try {
    if (!given && dirname(realpathSync(path)) !== realpathSync(dirname(path))) return null;
    return statSync(path).size <= MAX_BYTES ? readFileSync(path, 'utf8').replace(/^\uFEFF/, '') : null;
  } catch {
    return null;
  }
}
