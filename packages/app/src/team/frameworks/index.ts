/** Frameworks: coverage by the newest runs, answers by people with their evidence, reports. */
export { MAX_EVIDENCE_BYTES, readEvidence, removeEvidence } from './answers.ts';
export type { AnswerStatus, ControlAnswer, EvidenceFile, NewAnswer, NewEvidence, StoredEvidence } from './answers.ts';
export { addControlEvidence, answerFrameworkControl } from './answer-controls.ts';
export { listFrameworks, readFramework } from './frameworks.ts';
export type { FrameworkControl, FrameworkSummary, FrameworkView } from './frameworks.ts';
export { evidenceMediaTypes } from './media-types.ts';
export { frameworkReport } from './report.ts';
export type { ReportFile } from './report.ts';
