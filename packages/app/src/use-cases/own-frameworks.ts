/** The catalogue with the frameworks of the user: files that kumomori.yaml or the command line names. */
import { dirname, resolve } from 'node:path';
import type { Catalogue } from '../catalogue/index.ts';
import { withFrameworks } from '../catalogue/index.ts';
import { findConfigFile, readConfigText, readFrameworkFile, readFrameworkFiles } from '../config/index.ts';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { liesWithin } from '../own-checks/index.ts';
import type { ScanOptions } from './scan-options.ts';

export type OwnFrameworksOptions = Pick<ScanOptions, 'targets' | 'cwd' | 'language' | 'configFile' | 'frameworkFiles'>;

/**
 * The frameworks of the files, in their order; later ones may name checks of `catalogue` only. A kumomori.yaml that was found may only name
 * files beside itself. Throws AppError `config-missing` and `config-invalid`.
 */
export async function withOwnFrameworks(catalogue: Catalogue, options: OwnFrameworksOptions): Promise<Catalogue> {
  const messages = messagesIn(options.language);
  let extended = catalogue;
  for (const { path, file } of await filesOf(options)) {
    extended = withFrameworks(extended, [await readFrameworkFile({ path, file, messages, catalogue: extended })]);
  }
  return extended;
}

interface FrameworkFile {
  readonly path: string;
  /** As the user wrote it. */
  readonly file: string;
}

async function filesOf({
  targets,
  cwd,
  language,
  configFile = null,
  frameworkFiles = [],
}: OwnFrameworksOptions): Promise<readonly FrameworkFile[]> {
  const named = frameworkFiles.map((file): FrameworkFile => ({ path: resolve(cwd, file), file }));
  const config = configFile === null ? findConfigFile([...targets.map((path) => resolve(cwd, path)), cwd]) : resolve(cwd, configFile);
  const text = config === null ? null : readConfigText(config, configFile !== null);
  if (config === null || text === null) return named;
  const folder = dirname(config);
  const configured = (await readFrameworkFiles(text)).map((file): FrameworkFile => {
    const path = resolve(folder, file);
    if (configFile === null && !liesWithin(path, folder))
      throw new AppError('config-invalid', { message: messagesIn(language).reports.frameworkFile.outside(file) });
    return { path, file };
  });
  // Named twice is meant once.
  return [...named, ...configured.filter(({ path }) => !named.some((each) => each.path === path))];
}
