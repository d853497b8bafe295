/**
 * What command line and server call: one function for each thing a user can ask for. This file stays light, each use-case is loaded when it is
 * called, so that `--version` and `--help` do not wait for the catalogue of checks.
 */
import type { Findings, Language } from '@kumomori/model';
import type { AnswerOptions, Answered, Question } from './answer-question.ts';
import type { AskAccessOptions, CanResult, WhoCanResult } from './ask-access.ts';
import type { CollectTargetsOptions } from './collect-targets.ts';
import type { ChecksFilter, CheckRow } from './list-checks.ts';
import type { CheckTexts } from './check-texts.ts';
import type { CloneOptions } from './clone-repository.ts';
import type { JudgeOptions } from './judge-source.ts';
import type { JudgedResult } from './judged-source.ts';
import type { DescribedShape } from './describe-shape.ts';
import type { NewCheckOptions } from './new-own-check.ts';
import type { OpenedOwnChecks, OwnChecksOptions } from './open-own-checks.ts';
import type { OwnChecksTested } from './test-own-checks.ts';
import type { CollectOptions, CollectReport } from './collect-account.ts';
import type { CollectPolicyOptions } from './collect-policy.ts';
import type { ReportFrameworkOptions } from './report-framework.ts';
import type { FetchMispOptions, MispFetch } from './fetch-misp.ts';
import type { DetectDriftOptions, DriftRun } from './detect-drift.ts';
import type { AccessDiff, DiffAccessOptions } from './diff-access.ts';
import type { LeastPrivilegeReport } from './least-privilege.ts';
import type { LintAccessOptions, LintReport } from './lint-access.ts';
import type { ReviewReport } from './review-access.ts';
import type { UsageOptions } from './usage-logs.ts';
import type { DiffOptions, SnapshotDiff } from './diff-snapshots.ts';
import type { EraseOptions, EraseResult, ProofCheck, VerifyProofOptions } from './erase-account.ts';
import type { Explanation, ExplainOptions } from './explain-id.ts';
import type { ExplainedQuery } from './explain-path.ts';
import type { ExposureReport, FindExposureOptions } from './find-exposure.ts';
import type { Footprint, FootprintOptions } from './footprint.ts';
import type { FrameworkRow, FrameworkDetail, ListFrameworksOptions } from './list-frameworks.ts';
import type { AccessAnswer, EvaluateAccessOptions } from './evaluate-access.ts';
import type { ExplainedInputs } from './explain-inputs.ts';
import type { NamingRuleProposals } from './propose-naming-rules.ts';
import type { SnapshotRow, SnapshotVerification, SnapshotsOptions } from './list-snapshots.ts';
import type { HistoryOptions, ResourceHistory } from './resource-history.ts';
import type { Inventory, InventoryOptions } from './take-inventory.ts';
import type { FixAsk, FixReport } from './fix-findings.ts';
import type { RenderDriftOptions } from './render-drift.ts';
import type { RenderOptions } from './render-report.ts';
import type { AdmissionReport, DriftReport, FrameworkReport, PathsDiff, PathsReport } from '../outputs/index.ts';
import type { DiffPathsOptions } from './diff-paths.ts';
import type { PathAnalysis, FindPathsOptions } from './find-paths.ts';
import type { RenderPathsOptions } from './render-paths.ts';
import type { RenderAdmissionOptions } from './render-admission.ts';
import type { ExportAdmissionOptions, ExportedAdmission } from './export-admission.ts';
import type { SimulateAdmissionOptions } from './simulate-admission.ts';
import type { DiskSpace, ScanOptions, ScanResult } from './scan-options.ts';

export * from './audit-logs.ts';
export { messagesIn } from '../i18n/index.ts';
export type { Messages } from '../i18n/index.ts';
export {
  admissionFormatNames,
  csvCell,
  driftFormatNames,
  formatNames,
  frameworkReportFormatNames,
  markdownCode,
  markdownText,
  painter,
  pathsFormatNames,
  placeText,
  plain,
  renderGrid,
  reviewByDepartment,
  reviewLastUse,
  reviewRisks,
  toJson,
  wrap,
} from '../outputs/index.ts';
export type { DriftEntry, DriftReport, FrameworkReport, Paint, PathEntry, PathsReport } from '../outputs/index.ts';
export type { CollectProgress } from '@kumomori/collectors';
export type { CollectOptions, CollectReport } from './collect-account.ts';
export type { AccessChangeEntry, AccessDiff, PrincipalDiff } from './diff-access.ts';
export type { ResourceChange, SnapshotDiff } from './diff-snapshots.ts';
export type { EraseResult, ProofCheck } from './erase-account.ts';
export type { AccessAnswer, AccessStep } from './evaluate-access.ts';
export type { CloudFootprint, Footprint } from './footprint.ts';
export type { SnapshotRow, SnapshotVerification } from './list-snapshots.ts';
export { fieldChanges } from './plain-fields.ts';
export type { AttributeChange } from './plain-fields.ts';
export type { ResourceHistory } from './resource-history.ts';
export type { CheckRow, ChecksFilter } from './list-checks.ts';
export type { DescribedShape, ShapeRow } from './describe-shape.ts';
export type { OwnChecksTested } from './test-own-checks.ts';
export type { OpenedOwnChecks } from './open-own-checks.ts';
export type { Explanation, ExplainOptions } from './explain-id.ts';
export type { ExplainedInput, ExplainedInputs } from './explain-inputs.ts';
export type { FrameworkDetail, FrameworkRow } from './list-frameworks.ts';
export type { NamingRuleProposal, NamingRuleProposals } from './propose-naming-rules.ts';
export type { RenderOptions } from './render-report.ts';
export type { ExceptionPreview, ScanOptions, ScanProgress, ScanResult } from './scan-options.ts';

/** Infrastructure code on disk → report. Throws AppError for what the user has to correct. */
export async function scanCode(options: ScanOptions): Promise<ScanResult> {
  return (await import('./scan-code.ts')).scanCode(options);
}

/** The same for scans of any size: findings that are too many for the memory go to the disk. To be closed. */
export async function scanLarge(options: ScanOptions, space: DiskSpace): Promise<ScanResult<Findings>> {
  return (await import('./scan-code.ts')).scanLarge(options, space);
}

export type { FixOutcome, FixReport } from './fix-findings.ts';

export { fixReason } from './fix-reason.ts';

/** What `--fix` would write, proved; nothing is written. Throws AppErrors. */
export async function fixFindings(options: ScanOptions, ask: FixAsk = {}): Promise<FixReport> {
  return (await import('./fix-findings.ts')).fixFindings(options, ask);
}

/** Puts proved fixes into their files. Throws AppError `output-failed`. */
export async function writeFixes(files: FixReport['files'], options: Pick<ScanOptions, 'language'>): Promise<void> {
  (await import('./write-fixes.ts')).writeFixes(files, options);
}

/** The scan of what differs from an earlier snapshot. Throws AppErrors. */
export async function scanChanges(since: string, options: ScanOptions, space: DiskSpace): Promise<ScanResult<Findings>> {
  return (await import('./scan-changes.ts')).scanChanges(since, options, space);
}

/** The TARGETs with live accounts among them collected: the folders of their snapshots. Throws AppError when nobody can be asked. */
export async function collectTargets(targets: readonly string[], options: CollectTargetsOptions): Promise<readonly string[]> {
  return (await import('./collect-targets.ts')).collectTargets(targets, options);
}

/** What the files of the TARGETs are taken for. Throws AppErrors for TARGETs that are not there. */
export async function explainInputs(options: Pick<ScanOptions, 'targets' | 'cwd' | 'language'>): Promise<ExplainedInputs> {
  return (await import('./explain-inputs.ts')).explainInputs(options);
}

/** Naming rules that most names follow already. Throws AppErrors for TARGETs that are not there. */
export async function proposeNamingRules(
  options: Pick<ScanOptions, 'targets' | 'cwd' | 'language' | 'varFiles' | 'variables' | 'workspace'>,
): Promise<NamingRuleProposals> {
  return (await import('./propose-naming-rules.ts')).proposeNamingRules(options);
}

/** For editors: a folder that is checked again and again. */
export { FolderChecker } from './check-folder.ts';
export type { EditorFinding, EditorRange } from '../outputs/index.ts';

/** The scan of what a change adds, changes, resolves or silences. Throws AppErrors. */
export async function scanDiff(base: string, options: ScanOptions, space: DiskSpace): Promise<ScanResult<Findings>> {
  return (await import('./scan-diff.ts')).scanDiff(base, options, space);
}

/** A scan's report in one of {@link formatNames}. */
export async function renderReport(result: ScanResult<Findings>, options: RenderOptions): Promise<string> {
  return (await import('./render-report.ts')).renderReport(result, options);
}

/** The same text piece by piece. */
export async function reportPieces(result: ScanResult<Findings>, options: RenderOptions): Promise<Iterable<string>> {
  return (await import('./render-report.ts')).reportPieces(result, options);
}

/** Every check that passes the filter, in the order of ids. */
export async function listChecks(filter: ChecksFilter): Promise<readonly CheckRow[]> {
  return (await import('./list-checks.ts')).listChecks(filter);
}

/** The catalogue with the checks of the user. Never throws for what is wrong with them. */
export async function openOwnChecks(options: OwnChecksOptions): Promise<OpenedOwnChecks> {
  return (await import('./open-own-checks.ts')).openOwnChecks(options);
}

/** Runs the examples of the checks in a folder. */
export async function testOwnChecks(
  folder: string,
  options: { readonly cwd: string; readonly language: Language },
): Promise<OwnChecksTested> {
  return (await import('./test-own-checks.ts')).testOwnChecks(folder, options);
}

/** Writes a file for a check of one's own; returns its path. Throws AppError. */
export async function newOwnCheck(options: NewCheckOptions): Promise<string> {
  return (await import('./new-own-check.ts')).newOwnCheck(options);
}

/** Names of resource types. Throws AppError `unknown-id`. */
export async function listShapes(prefix: string, language: Language): Promise<readonly string[]> {
  return (await import('./describe-shape.ts')).listShapes(prefix, language);
}

/** What a condition may ask of a resource type. Throws AppError `unknown-id`. */
export async function describeShape(type: string, language: Language): Promise<DescribedShape> {
  return (await import('./describe-shape.ts')).describeShape(type, language);
}

/** Everything known about a check, finding, framework or control. Throws AppError `unknown-id`. */
export async function explainId(id: string, options: ExplainOptions): Promise<Explanation> {
  return (await import('./explain-id.ts')).explainId(id, options);
}

export async function listFrameworks(options: ListFrameworksOptions = { language: 'en' }): Promise<readonly FrameworkRow[]> {
  return (await import('./list-frameworks.ts')).listFrameworks(options);
}

/** All versions of `cis-aws`, or the one of `cis-aws@5.0`. Throws AppError `unknown-framework`. */
export async function describeFramework(name: string, options: ListFrameworksOptions): Promise<readonly FrameworkDetail[]> {
  return (await import('./list-frameworks.ts')).describeFramework(name, options);
}

/** What a scan, new or saved, says about a framework. Throws AppErrors for what the user has to correct. */
export async function reportFramework(options: ReportFrameworkOptions): Promise<FrameworkReport> {
  return (await import('./report-framework.ts')).reportFramework(options);
}

/** A text, or the bytes of a binary format. */
export async function renderFrameworkReport(report: FrameworkReport, format: string, language: Language): Promise<string | Uint8Array> {
  return (await import('./report-framework.ts')).renderFrameworkReport(report, format, language);
}

/** Live accounts → snapshot folder. Gaps never fail. Throws AppErrors for wrong usage, missing credentials, unusable folders. */
export async function collectAccount(options: CollectOptions): Promise<CollectReport> {
  return (await import('./collect-account.ts')).collectAccount(options);
}

/** The least permissions that a collection needs, as a policy or role. Throws AppError `usage`. */
export async function collectPolicy(options: CollectPolicyOptions): Promise<string> {
  return (await import('./collect-policy.ts')).collectPolicyText(options);
}

/** Snapshots below a folder, the oldest first. Throws AppError `snapshot-missing`. */
export async function listSnapshots(folder: string, options: SnapshotsOptions): Promise<readonly SnapshotRow[]> {
  return (await import('./list-snapshots.ts')).listSnapshots(folder, options);
}

/** Whether snapshots are what was collected. Throws AppErrors for folders that are none. */
export async function verifySnapshots(folders: readonly string[], options: SnapshotsOptions): Promise<readonly SnapshotVerification[]> {
  return (await import('./list-snapshots.ts')).verifySnapshots(folders, options);
}

/** The configuration of the resources with an id or name over time. Throws AppErrors. */
export async function resourceHistory(resource: string, options: HistoryOptions): Promise<readonly ResourceHistory[]> {
  return (await import('./resource-history.ts')).resourceHistory(resource, options);
}

/** What differs between two snapshots. Throws AppErrors. */
export async function diffSnapshots(before: string, after: string, options: DiffOptions): Promise<SnapshotDiff> {
  return (await import('./diff-snapshots.ts')).diffSnapshots(before, after, options);
}

/** What kumomori needed or left behind. Throws AppErrors. */
export async function footprintOf(folder: string | null, options: FootprintOptions): Promise<Footprint> {
  return (await import('./footprint.ts')).footprintOf(folder, options);
}

/** Deletes the stored data of an account and writes a signed proof. Throws AppErrors. */
export async function eraseAccount(options: EraseOptions): Promise<EraseResult> {
  return (await import('./erase-account.ts')).eraseAccount(options);
}

/** Throws AppError `report-invalid` for a file that is no proof. */
export async function verifyErasureProof(file: string, options: VerifyProofOptions): Promise<ProofCheck> {
  return (await import('./erase-account.ts')).verifyErasureProof(file, options);
}

/** Code and live accounts → what differs. Throws AppErrors for what the user has to correct. */
export async function detectDrift(options: DetectDriftOptions): Promise<DriftRun> {
  return (await import('./detect-drift.ts')).detectDrift(options);
}

/** A drift report in one of {@link driftFormatNames}. */
export async function renderDrift(report: DriftReport, options: RenderDriftOptions): Promise<string> {
  return (await import('./render-drift.ts')).renderDrift(report, options);
}

export type { Inventory, InventoryOptions } from './take-inventory.ts';

/** Resources that nobody answers for, accounts that nobody collected. */
export async function takeInventory(options: InventoryOptions): Promise<Inventory> {
  return (await import('./take-inventory.ts')).takeInventory(options);
}

export type { Dialect, LakeStatus, StreamStatus } from '../lake/index.ts';
export type { LakeAnswer } from './ask-lake.ts';
export type { CompactResult } from '../lake/index.ts';
export type { LakeIngest } from './ingest-lake.ts';
export type { LogsFrom } from './logs-from.ts';
export type { FollowOptions } from './follow-events.ts';

export type { RetentionResult } from './tend-lake.ts';

export type { IntegrityReport, ProvenLake, VerifyLakeOptions } from './verify-lake.ts';
export type { Seal, SealLakeOptions } from './seal-lake.ts';

/** Requests of a file (one JSON object a line, `-`: standard input) → answers in the same order, as they are made. Throws AppError `target-unreadable`. */
export async function* evaluateAccess(file: string, options: EvaluateAccessOptions): AsyncGenerator<AccessAnswer> {
  yield* (await import('./evaluate-access.ts')).evaluateAccessFile(file, options);
}

/** What a change of policies opens and closes. Throws AppErrors. */
export async function compareAccess(options: DiffAccessOptions): Promise<AccessDiff> {
  return (await import('./diff-access.ts')).compareAccess(options);
}

export type { AskAccessOptions, CanResult, ToldGrant, ToldReason, WhoCanResult } from './ask-access.ts';

/** Everybody who can do an action on a resource. Throws AppErrors. */
export async function whoCan(options: AskAccessOptions & { readonly action: string; readonly resource: string }): Promise<WhoCanResult> {
  return (await import('./ask-access.ts')).whoCan(options);
}

/** What a principal can do, summarized. Throws AppErrors. */
export async function whatCan(options: AskAccessOptions & { readonly principal: string }): Promise<CanResult> {
  return (await import('./ask-access.ts')).whatCan(options);
}

export type { LintEntry, LintReport } from './lint-access.ts';

/** What is wrong, dead or dangerous in policies. Throws AppErrors. */
export async function lintAccess(options: LintAccessOptions): Promise<LintReport> {
  return (await import('./lint-access.ts')).lintAccess(options);
}

export type { LeastPrivilegeReport, PrincipalAccessUse, ToldProposal } from './least-privilege.ts';

/** What is granted and not used by logs of CloudTrail, and policies without it. Throws AppErrors. */
export async function leastPrivilege(options: UsageOptions): Promise<LeastPrivilegeReport> {
  return (await import('./least-privilege.ts')).leastPrivilege(options);
}

export type { ReviewReport, ReviewRow } from './review-access.ts';

/** Everybody who has access, with last use, risk and what to decide. Throws AppErrors. */
export async function reviewWhoHasAccess(options: UsageOptions): Promise<ReviewReport> {
  return (await import('./review-access.ts')).reviewWhoHasAccess(options);
}

/** The review as a table for spreadsheets, or as one page. */
export async function renderReview(report: ReviewReport, format: 'csv' | 'html', language: Language): Promise<string> {
  const { reviewCsv, reviewHtml } = await import('../outputs/index.ts');
  return format === 'csv' ? reviewCsv(report, language) : reviewHtml(report, language);
}

export type { ExposureReport, ExposureRow } from './find-exposure.ts';

export type { DetectOptions, DetectResult } from './detect-options.ts';
export type { QuestionReadiness, ReadinessReport, SubjectReadiness } from './assess-readiness.ts';

export type { InvestigateOptions } from './investigate-entity.ts';
export type { InvestigationReport, TimelineRow, ToldHop, ToldProfile } from './investigation-report.ts';

export type { CaseReport, KeptQuery, QuestionRow } from './keep-case.ts';
export type { BundleVerdict } from './bundle-case.ts';

export type { IncidentRow, MatchRow } from './match-rows.ts';
export type { RuleRow } from '../detect/index.ts';

/** What the internet reaches, and why. Throws AppErrors. */
export async function findExposure(options: FindExposureOptions): Promise<ExposureReport> {
  return (await import('./find-exposure.ts')).findExposure(options);
}

/** Attack paths and exposure of TARGETs. Throws AppErrors. */
export async function findAttackPaths(options: FindPathsOptions): Promise<PathsReport> {
  return (await import('./find-paths.ts')).findAttackPaths(options);
}

/** The paths with what the search knows besides. Throws AppErrors. */
export async function analyzePaths(options: FindPathsOptions): Promise<PathAnalysis> {
  return (await import('./find-paths.ts')).analyzePaths(options);
}

/** The attack paths that a change opens and closes. Throws AppErrors. */
export async function diffAttackPaths(options: DiffPathsOptions): Promise<{ readonly diff: PathsDiff; readonly after: PathsReport }> {
  return (await import('./diff-paths.ts')).diffAttackPaths(options);
}

/** The questions that attack paths answer, in the order in which they are asked. */
export async function listPathQueries(language: ExplainOptions['language']): Promise<readonly ExplainedQuery[]> {
  return (await import('./explain-path.ts')).explainedQueries(language);
}

/** Throws AppError `usage` for a format that does not exist. */
export async function renderPaths(report: PathsReport, options: RenderPathsOptions): Promise<string> {
  return (await import('./render-paths.ts')).renderPaths(report, options);
}

/** Throws AppError `usage` for a format that does not exist. */
export async function renderPathsDiff(diff: PathsDiff, options: RenderPathsOptions): Promise<string> {
  return (await import('./render-paths.ts')).renderPathsDiff(diff, options);
}

export type { IntelImport } from './import-intel.ts';
export type { IntelRow } from './list-intel.ts';

/** What changed in a MISP feed → a store. Throws AppErrors. */
export async function fetchMisp(options: FetchMispOptions): Promise<MispFetch> {
  return (await import('./fetch-misp.ts')).fetchMisp(options);
}

/** What admission policies would answer if the objects of TARGETs were created today. Throws AppErrors. */
export async function simulateAdmissionPolicies(options: SimulateAdmissionOptions): Promise<AdmissionReport> {
  return (await import('./simulate-admission.ts')).simulateAdmissionPolicies(options);
}

/** Throws AppError `usage` for a format that does not exist. */
export async function renderAdmission(report: AdmissionReport, options: RenderAdmissionOptions): Promise<string> {
  return (await import('./render-admission.ts')).renderAdmission(report, options);
}

/** Checks of Kubernetes as admission policies. Throws AppErrors. */
export async function exportAdmission(options: ExportAdmissionOptions): Promise<ExportedAdmission> {
  return (await import('./export-admission.ts')).exportAdmission(options);
}

export { JUDGED_FILES } from './judged-source.ts';
export type { CodeFrame, JudgedFinding, JudgedResult, SeenResource } from './judged-source.ts';

export async function judgeSource(options: JudgeOptions): Promise<JudgedResult> {
  return (await import('./judge-source.ts')).judgeSource(options);
}

export async function cloneRepository(options: CloneOptions): Promise<void> {
  return (await import('./clone-repository.ts')).cloneRepository(options);
}

/** Null when there is no such check. */
export async function checkTexts(id: string): Promise<CheckTexts | null> {
  return (await import('./check-texts.ts')).checkTexts(id);
}

export type { Answered, Answers, Question } from './answer-question.ts';

/** A question of the console about a source. Failures of what was asked are part of the answer. */
export async function answerQuestion(question: Question, options: AnswerOptions): Promise<Answered<Question['kind']>> {
  return (await import('./answer-question.ts')).answerQuestion(question, options);
}
