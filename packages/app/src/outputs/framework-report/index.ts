/** The report about one framework: what it holds, and its formats. Writers of binary files are loaded when they are asked for. */
import type { Language } from '@kumomori/model';
import { toJson } from '../finding-view.ts';
import type { FrameworkReport } from './report.ts';

export { controlStatuses } from './report.ts';
export type {
  AnswerStatus,
  CheckState,
  ControlCounts,
  FrameworkReport,
  ManualAnswer,
  ReportedCheck,
  ReportedControl,
  ReportedGroup,
  ReportedResource,
  ReportTrend,
  ResourceCounts,
} from './report.ts';

type Render = (report: FrameworkReport, language: Language) => Promise<string | Uint8Array>;

/** By the name given to `--format`. */
export const frameworkReportFormats: ReadonlyMap<string, Render> = new Map<string, Render>([
  ['html', async (report, language) => (await import('./html.ts')).frameworkHtml(report, language)],
  ['csv', async (report, language) => [...(await import('./tables.ts')).frameworkCsv(report, language)].join('')],
  ['pdf', async (report, language) => (await import('./pdf.ts')).frameworkPdf(report, language)],
  ['xlsx', async (report, language) => (await import('./tables.ts')).frameworkXlsx(report, language)],
  ['oscal', async (report, language) => (await import('./oscal.ts')).frameworkOscal(report, language)],
  ['json', async (report) => toJson(report)],
]);

export const frameworkReportFormatNames: readonly string[] = [...frameworkReportFormats.keys()];
