import { resolve } from 'node:path';
import type { Catalogue } from '../catalogue/index.ts';
import { withFrameworks } from '../catalogue/index.ts';
import { readFrameworkFile } from '../config/index.ts';
import type { Messages } from '../i18n/index.ts';

export interface OwnFrameworkOptions {
  readonly cwd: string;
  readonly messages: Messages;
}

/** The catalogue with the frameworks of these files, in their order. Throws AppError `config-missing` and `config-invalid`. */
export async function withFrameworkFiles(
  catalogue: Catalogue,
  files: readonly string[],
  { cwd, messages }: OwnFrameworkOptions,
): Promise<Catalogue> {
  let extended = catalogue;
  for (const file of files) {
    extended = withFrameworks(extended, [await readFrameworkFile({ path: resolve(cwd, file), file, messages, catalogue: extended })]);
  }
  return extended;
}
