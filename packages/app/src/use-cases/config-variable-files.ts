/** Variable files that kumomori.yaml names: it may come with the scanned code, so it opens no file outside of it. */
import { realpathSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { AppError } from '../errors.ts';
import type { Messages } from '../i18n/index.ts';
import { coversFolder } from './path-scope.ts';

export interface ConfigVariableFiles {
  /** Where kumomori.yaml lies, absolute; null when there is none. */
  readonly configFolder: string | null;
  /** Absolute folders of the TARGETs. */
  readonly targets: readonly string[];
  readonly cwd: string;
  readonly messages: Messages;
}

/**
 * The files from where kumomori.yaml lies, else as on the command line. Throws AppError `variable-file-outside` for one that lies, with
 * links followed, neither beside kumomori.yaml nor in a TARGET: whoever wants it names it with `--var-file`.
 */
export function configVariableFiles(files: readonly string[], options: ConfigVariableFiles): readonly string[] {
  const { configFolder, targets, cwd, messages } = options;
  const allowed = [...(configFolder === null ? [] : [configFolder]), ...targets].flatMap((folder) => realPath(folder) ?? []);
  return files.map((file) => {
    const places = [...(configFolder === null ? [] : [resolve(configFolder, file)]), resolve(cwd, file)];
    for (const place of places) {
      const real = realPath(place);
      if (real === null) continue;
      if (allowed.some((folder) => coversFolder(folder, real))) return place;
      throw new AppError('variable-file-outside', { message: messages.target.variableFileOutside(file) });
    }
    // Left to be looked for in the folders of the TARGETs.
    if (!isAbsolute(file) && !file.split(/[\\/]/).includes('..')) return file;
    throw new AppError('variable-file-missing', { message: messages.target.variableFileMissing(file) });
  });
}

function realPath(place: string): string | null {
  try {
    return realpathSync(place);
  } catch {
    return null; // not there, or not for us
  }
}
