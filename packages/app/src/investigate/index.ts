/** Reading logs for an investigation, and the case files and bundles it is kept in. */
export type { EventPlace, EventStore, StoreSummary } from './event-store.ts';
export { fileStore } from './file-store.ts';
export { lakeStore } from './lake-store.ts';
export type { RuleMark } from './rule-marks.ts';
export { RuleMarks } from './rule-marks.ts';
export type { CaseEvidence, CaseFile, CaseQuestion, EvidenceState, NewEvidence } from './case-file.ts';
export { addToCase, CaseError, checkEvidence, insideOf, readCase, sha256Of } from './case-file.ts';
export type { BundleCheck, BundleReason, Manifest } from './bundle.ts';
export { checkBundle, MANIFEST, PROOFS, readBundle, signedManifest } from './bundle.ts';
export type { ZipFiles } from './zip.ts';
export { writeZip } from './zip.ts';
