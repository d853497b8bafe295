import type { Language } from '@kumomori/model';
import { outputFormats } from '../outputs/index.ts';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { suggest } from '../suggest.ts';
import type { ScanResult } from './scan-options.ts';

export interface RenderOptions {
  readonly format: string;
  readonly language: Language;
  readonly color: boolean;
  readonly width: number;
  /** Findings the table shows in full; 0: all. */
  readonly limit: number;
  /** Where the HTML report was written, when it was. */
  readonly htmlReport: string | null;
}

/** Text of the report. Throws AppError `usage` for a format that does not exist. */
export async function renderReport(result: ScanResult, options: RenderOptions): Promise<string> {
  return [...(await reportPieces(result, options))].join('');
}

/** The same text piece by piece. */
export async function reportPieces(
  { report, catalogue, linesOf, relativeToTarget, answerAt }: ScanResult,
  options: RenderOptions,
): Promise<Iterable<string>> {
  const { format, ...context } = options;
  const load = outputFormats.get(format);
  if (!load) {
    const message = messagesIn(options.language).cli.unknownFormat(format, suggest(format, outputFormats.keys()), [
      ...outputFormats.keys(),
    ]);
    throw new AppError('usage', { message });
  }
  const output = await load();
  const all = { ...context, linesOf, relativeToTarget, answerAt, catalogue: catalogue.byId, frameworks: catalogue.frameworks };
  return output.pieces?.(report, all) ?? [output.render(report, all)];
}
