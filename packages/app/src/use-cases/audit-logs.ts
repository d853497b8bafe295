/** What command line and server call of audit logs, the lake, investigations and threat intelligence; like index.ts each is loaded when called. */
import type { Language } from '@kumomori/model';
import type { ListRulesOptions } from './detect-events.ts';
import type { DetectOptions, DetectResult } from './detect-options.ts';
import type { BundleOptions, BundleResult, BundleVerdict, VerifyBundleOptions } from './bundle-case.ts';
import type { CaseReport, KeepInCaseOptions, KeptQuery, QuestionRow } from './keep-case.ts';
import type { InvestigateOptions } from './investigate-entity.ts';
import type { InvestigationReport } from './investigation-report.ts';
import type { ReadinessOptions, ReadinessReport } from './assess-readiness.ts';
import type { MatchRow } from './match-rows.ts';
import type { RuleRow } from '../detect/index.ts';
import type { ImportIntelOptions, IntelImport } from './import-intel.ts';
import type { IntelRow, IntelStoreOptions } from './list-intel.ts';
import type { FetchIntelOptions, IntelFetch } from './fetch-intel.ts';
import type { HuntIntelOptions, IntelHunt } from './hunt-intel.ts';
import type { AskLakeOptions, HuntRow, LakeAnswer, QueryLakeOptions } from './ask-lake.ts';
import type { FollowOptions } from './follow-events.ts';
import type { IngestLakeOptions, LakeIngest } from './ingest-lake.ts';
import type { RetentionOptions, RetentionResult, TendLakeOptions } from './tend-lake.ts';
import type { CompactResult, Dialect, LakeProof, LakeStatus } from '../lake/index.ts';
import type { Seal, SealLakeOptions } from './seal-lake.ts';
import type { IntegrityReport, VerifyLakeOptions } from './verify-lake.ts';
import type { RenderInvestigationOptions } from './render-investigation.ts';

/** Logs that go on coming: hands over matches and incidents as they are found, until the signal. Throws AppErrors. */
export async function followEvents(options: FollowOptions): Promise<DetectResult> {
  return (await import('./follow-events.ts')).followEvents(options);
}

/** Files and folders of logs → a lake; what is in it already is not loaded twice. Throws AppErrors. */
export async function ingestLake(options: IngestLakeOptions): Promise<LakeIngest> {
  return (await import('./ingest-lake.ts')).ingestLake(options);
}

/** SQL or a hunt over a lake, read-only. Throws AppErrors. */
export async function queryTheLake(options: QueryLakeOptions): Promise<LakeAnswer> {
  return (await import('./ask-lake.ts')).queryTheLake(options);
}

/** The shipped hunts. */
export async function listHunts(language: Language): Promise<readonly HuntRow[]> {
  return (await import('./ask-lake.ts')).listHunts(language);
}

/** What a lake holds, its holes and its forecast. Throws AppErrors. */
export async function statusOfLake(
  lake: AskLakeOptions,
  options: { readonly now: Date; readonly days: number; readonly pricePerGb: number },
): Promise<LakeStatus> {
  return (await import('./ask-lake.ts')).statusOfLake(lake, options);
}

/** Statements that make the lake's tables in another engine. */
export async function ddlOfLake(dialect: Dialect, location: string): Promise<readonly string[]> {
  return (await import('./ask-lake.ts')).ddlOfLake(dialect, location);
}

/** One file for each day's many. Throws AppErrors. */
export async function compactTheLake(options: TendLakeOptions): Promise<CompactResult> {
  return (await import('./tend-lake.ts')).compactTheLake(options);
}

/** Removes days beyond their band, or says which. Throws AppErrors. */
export async function retainLake(options: RetentionOptions): Promise<RetentionResult> {
  return (await import('./tend-lake.ts')).retainLake(options);
}

/** Seals what a lake grew by and keeps its head in files outside of it. Throws AppErrors. */
export async function sealLake(options: SealLakeOptions): Promise<Seal> {
  return (await import('./seal-lake.ts')).sealLake(options);
}

/** Signs with a new key from now on; its fingerprint. Throws AppErrors. */
export async function changeLakeKey(options: Omit<SealLakeOptions, 'anchors'>): Promise<string> {
  return (await import('./seal-lake.ts')).changeLakeKey(options);
}

/** That a file of a lake is what was written. Throws AppErrors. */
export async function proveLakeFile(path: string, options: Pick<SealLakeOptions, 'lake' | 'cwd' | 'language'>): Promise<LakeProof> {
  return (await import('./seal-lake.ts')).proveLakeFile(path, options);
}

/** Whether logs or a lake are what was written. Throws AppErrors for what the user has to correct. */
export async function verifyLake(options: VerifyLakeOptions): Promise<IntegrityReport> {
  return (await import('./verify-lake.ts')).verifyLake(options);
}

/** Which questions of incident response the logs could answer. Throws AppErrors. */
export async function assessReadiness(options: ReadinessOptions): Promise<ReadinessReport> {
  return (await import('./assess-readiness.ts')).assessReadiness(options);
}

/** Everything logs or a lake know of one entity. Throws AppErrors. */
export async function investigateEntity(options: InvestigateOptions): Promise<InvestigationReport> {
  return (await import('./investigate-entity.ts')).investigateEntity(options);
}

/** Adds an investigation to a case, or begins one. Throws AppErrors. */
export async function keepInCase(report: InvestigationReport, options: KeepInCaseOptions): Promise<KeptQuery> {
  return (await import('./keep-case.ts')).keepInCase(report, options);
}

/** A case, its evidence against its hashes. Throws AppErrors. */
export async function showCase(folder: string, options: { readonly cwd: string; readonly language: Language }): Promise<CaseReport> {
  return (await import('./keep-case.ts')).showCase(folder, options);
}

/** The question library. */
export async function listQuestions(language: Language, kind: string | null): Promise<readonly QuestionRow[]> {
  return (await import('./keep-case.ts')).listQuestions(language, kind);
}

/** A case as a signed bundle. Throws AppErrors. */
export async function bundleCase(options: BundleOptions): Promise<BundleResult> {
  return (await import('./bundle-case.ts')).bundleCase(options);
}

/** Whether a bundle is what was signed. Throws AppErrors. */
export async function verifyBundle(options: VerifyBundleOptions): Promise<BundleVerdict> {
  return (await import('./bundle-case.ts')).verifyBundle(options);
}

/** The text of an investigation, piece by piece. */
export async function renderInvestigation(
  report: InvestigationReport,
  options: RenderInvestigationOptions,
): Promise<Iterable<string> | Uint8Array> {
  return (await import('./render-investigation.ts')).renderInvestigation(report, options);
}

/** Sigma rules over logs; each match goes to `take` as it is found. Throws AppErrors. */
export async function detectEvents(options: DetectOptions, take: (row: MatchRow) => void): Promise<DetectResult> {
  return (await import('./detect-events.ts')).detectEvents(options, take);
}

/** Whether each document of rule files compiles. Throws AppErrors. */
export async function listRules(paths: readonly string[], options: ListRulesOptions): Promise<readonly RuleRow[]> {
  return (await import('./detect-events.ts')).listRules(paths, options);
}

/** Files of indicators → a store. Throws AppErrors. */
export async function importIntel(options: ImportIntelOptions): Promise<IntelImport> {
  return (await import('./import-intel.ts')).importIntel(options);
}

/** Throws AppErrors. */
export async function listIntel(
  options: IntelStoreOptions & { readonly limit: number; readonly source: string | null },
): Promise<{ readonly rows: readonly IntelRow[]; readonly total: number; readonly bySource: Readonly<Record<string, number>> }> {
  return (await import('./list-intel.ts')).listIntel(options);
}

/** Indicators with an id or a value. Throws AppErrors. */
export async function showIntel(what: string, options: IntelStoreOptions): Promise<readonly IntelRow[]> {
  return (await import('./list-intel.ts')).showIntel(what, options);
}

/** Removes what has run out, or says how many would go. Throws AppErrors. */
export async function expireIntel(
  options: IntelStoreOptions & { readonly apply: boolean },
): Promise<{ readonly expired: number; readonly left: number }> {
  return (await import('./list-intel.ts')).expireIntel(options);
}

/** What a TAXII server has that is new → a store. Throws AppErrors. */
export async function fetchIntel(options: FetchIntelOptions): Promise<IntelFetch> {
  return (await import('./fetch-intel.ts')).fetchIntel(options);
}

/** Indicators over a lake. Throws AppErrors. */
export async function huntIntel(options: HuntIntelOptions): Promise<IntelHunt> {
  return (await import('./hunt-intel.ts')).huntIntel(options);
}

/** Matches of indicators as STIX sightings. Throws AppErrors. */
export async function exportSightings(file: string, options: { readonly cwd: string; readonly language: Language }): Promise<string> {
  return (await import('./export-intel.ts')).exportSightings(file, options);
}
