import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import type { PathsDiff, PathsFormat, PathsOutputContext, PathsReport } from '../outputs/index.ts';
import { pathsFormatNames, pathsFormats } from '../outputs/index.ts';
import { suggest } from '../suggest.ts';

export interface RenderPathsOptions extends PathsOutputContext {
  readonly format: string;
}

/** Throws AppError `usage` for a format that does not exist. */
export async function renderPaths(report: PathsReport, { format, ...context }: RenderPathsOptions): Promise<string> {
  return (await formatNamed(format, context)).render(report, context);
}

/** Throws AppError `usage` for a format that does not exist. */
export async function renderPathsDiff(diff: PathsDiff, { format, ...context }: RenderPathsOptions): Promise<string> {
  return (await formatNamed(format, context)).renderDiff(diff, context);
}

async function formatNamed(format: string, { language }: PathsOutputContext): Promise<PathsFormat> {
  const load = pathsFormats.get(format);
  if (load) return await load();
  const message = messagesIn(language).cli.unknownFormat(format, suggest(format, pathsFormatNames), pathsFormatNames);
  throw new AppError('usage', { message });
}
