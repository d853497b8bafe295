/** Output formats: a report in, text out. Each format is loaded when it is asked for. No files are written here. */
import type { OutputFormat } from './output-format.ts';

export type { AnyReport, OutputContext, OutputFormat, RecordedAnswer } from './output-format.ts';
export { cell as csvCell } from './csv.ts';
export { evidenceText, toJson, whereText } from './finding-view.ts';
export { editorFindings } from './editor.ts';
export type { EditorFinding, EditorRange } from './editor.ts';
export { inCloudWords, isOfTemplates } from './live-view.ts';
export { placeText } from './place-text.ts';
export { inline as markdownText, tableCode as markdownCode } from './markdown-text.ts';
export { painter, plain, renderGrid, wrap } from './terminal/index.ts';
export type { GridColumn, GridOptions, Paint } from './terminal/index.ts';

/** Formats by the name given to `--format`; in the order help shows them. */
export const outputFormats: ReadonlyMap<string, () => Promise<OutputFormat>> = new Map<string, () => Promise<OutputFormat>>([
  ['table', async () => (await import('./table.ts')).table],
  ['json', async () => (await import('./json.ts')).json],
  ['sarif', async () => (await import('./sarif.ts')).sarif],
  ['html', async () => (await import('./html.ts')).html],
  ['markdown', async () => (await import('./markdown.ts')).markdown],
  ['junit', async () => (await import('./junit.ts')).junit],
  ['csv', async () => (await import('./csv.ts')).csv],
  ['ocsf', async () => (await import('./ocsf.ts')).ocsf],
  ['asff', async () => (await import('./asff.ts')).asff],
  ['gitlab', async () => (await import('./gitlab.ts')).gitlab],
]);

export const formatNames: readonly string[] = [...outputFormats.keys()];

export { driftFormatNames, driftFormats, driftValue } from './drift/index.ts';
export type {
  DriftAttribute,
  DriftCheck,
  DriftEntry,
  DriftExpectation,
  DriftOutputContext,
  DriftRemedies,
  DriftReport,
  DriftSummary,
  NotComparedEntry,
} from './drift/index.ts';
export { pathsFormatNames, pathsFormats } from './paths/index.ts';
export type {
  ExposureEntry,
  PathEnd,
  PathEntry,
  PathEvidence,
  PathFix,
  PathNode,
  PathNodeKind,
  PathStep,
  PathsDiff,
  PathsFormat,
  PathsOutputContext,
  PathsReport,
  PathsSummary,
  SideFact,
} from './paths/index.ts';
export { reviewByDepartment, reviewCsv, reviewHtml, reviewLastUse, reviewRisks } from './review/index.ts';
export type { ReviewOutputRow } from './review/index.ts';
export {
  investigationCsv,
  investigationHtml,
  investigationLines,
  investigationMarkdown,
  investigationTable,
  investigationXlsx,
} from './investigate/index.ts';
export { controlStatuses, frameworkReportFormatNames, frameworkReportFormats } from './framework-report/index.ts';
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
} from './framework-report/index.ts';
export { admissionFormatNames, admissionFormats, policyYaml } from './admission/index.ts';
export type { AdmissionEntry, AdmissionOutputContext, AdmissionPlace, AdmissionReport } from './admission/index.ts';
export { asffBatches } from './asff.ts';
export { ocsfEvent } from './ocsf.ts';
export { observed, prometheusText, prometheusType } from './prometheus.ts';
export type { HistogramSample, Metric, MetricLabels, MetricSample } from './prometheus.ts';
