import { AppError } from '../errors.ts';
import { messagesIn } from '../i18n/index.ts';
import type { AdmissionOutputContext, AdmissionReport } from '../outputs/index.ts';
import { admissionFormatNames, admissionFormats } from '../outputs/index.ts';
import { suggest } from '../suggest.ts';

export interface RenderAdmissionOptions extends AdmissionOutputContext {
  readonly format: string;
}

/** Throws AppError `usage` for a format that does not exist. */
export async function renderAdmission(report: AdmissionReport, { format, ...context }: RenderAdmissionOptions): Promise<string> {
  const load = admissionFormats.get(format);
  if (load) return (await load()).render(report, context);
  const message = messagesIn(context.language).cli.unknownFormat(format, suggest(format, admissionFormatNames), admissionFormatNames);
  throw new AppError('usage', { message });
}
