import type { Findings, Language } from '@kumomori/model';
import type { AnyReport, OutputContext, OutputFormat } from '../outputs/index.ts';
import { outputFormats } from '../outputs/index.ts';
import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import { suggest } from '../suggest.ts';
import type { ScanResult } from './scan-options.ts';
import { explainingSpool } from './spool-errors.ts';

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
export async function renderReport(result: ScanResult<Findings>, options: RenderOptions): Promise<string> {
  return [...(await reportPieces(result, options))].join('');
}

/** The same text piece by piece. */
export async function reportPieces(
  { report, catalogue, linesOf, relativeToTarget, answerAt }: ScanResult<Findings>,
  options: RenderOptions,
): Promise<Iterable<string>> {
  const { format, ...context } = options;
  const messages = messagesIn(options.language);
  const load = outputFormats.get(format);
  if (!load) {
    const message = messages.cli.unknownFormat(format, suggest(format, outputFormats.keys()), [...outputFormats.keys()]);
    throw new AppError('usage', { message });
  }
  const output = await load();
  const all = { ...context, linesOf, relativeToTarget, answerAt, catalogue: catalogue.byId, frameworks: catalogue.frameworks };
  return explainingSpool(output.pieces?.(report, all) ?? rendered(output, report, all), messages);
}

/** Not before somebody asks for the text. */
function* rendered(output: OutputFormat, report: AnyReport, context: OutputContext): Generator<string> {
  yield output.render(report, context);
}
