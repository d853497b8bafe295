/** An investigation in one of its formats. */
import type { Language } from '@kumomori/model';
import { messagesIn } from '../i18n/index.ts';
import {
  investigationCsv,
  investigationHtml,
  investigationLines,
  investigationMarkdown,
  investigationTable,
  investigationXlsx,
  toJson,
} from '../outputs/index.ts';
import type { InvestigationReport } from './investigation-report.ts';

export interface RenderInvestigationOptions {
  /** `table`, `json`, `markdown`, `html`, `csv`, `jsonl`, `xlsx`. */
  readonly format: string;
  readonly language: Language;
  readonly width: number;
  /** Lines of each list in tables and Markdown; 0: all. */
  readonly limit: number;
}

export function renderInvestigation(
  report: InvestigationReport,
  { format, language, width, limit }: RenderInvestigationOptions,
): Iterable<string> | Uint8Array {
  const messages = messagesIn(language);
  if (format === 'json') return [toJson(report)];
  if (format === 'csv') return investigationCsv(report, language);
  if (format === 'xlsx') return investigationXlsx(report, messages);
  if (format === 'jsonl') return investigationLines(report);
  if (format === 'html') return [investigationHtml(report, language)];
  if (format === 'markdown') return [investigationMarkdown(report, { messages, limit })];
  return [investigationTable(report, { messages, width, limit })];
}
