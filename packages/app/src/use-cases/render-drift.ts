import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import type { DriftOutputContext, DriftReport } from '../outputs/index.ts';
import { driftFormatNames, driftFormats } from '../outputs/index.ts';
import { suggest } from '../suggest.ts';

export interface RenderDriftOptions extends DriftOutputContext {
  readonly format: string;
}

/** Throws AppError `usage` for a format that does not exist. */
export async function renderDrift(report: DriftReport, { format, ...context }: RenderDriftOptions): Promise<string> {
  const load = driftFormats.get(format);
  if (load) return (await load()).render(report, context);
  const message = messagesIn(context.language).cli.unknownFormat(format, suggest(format, driftFormatNames), driftFormatNames);
  throw new AppError('usage', { message });
}
