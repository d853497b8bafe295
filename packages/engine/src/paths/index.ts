/** Attack paths: from whom or where, by which steps, to what, and what ends them. Facts come in as {@link PathInputs}; reading estates is not here. */
export { CONDITION_IDS, conditionText } from './conditions.ts';
export { composedPaths, escalations } from './catalogue/index.ts';
export { azureEscalations } from './catalogue/clouds/index.ts';
export type { EscalationPath } from './catalogue/index.ts';
export { EDGES, likelihoodOf, TECHNIQUES } from './edges.ts';
export type { EdgeKind } from './edges.ts';
export type { Reason as PathReason } from './facts.ts';
export { pathInputsOf } from './estate/index.ts';
export type { EstateInputOptions } from './estate/index.ts';
export { findPaths, searchPaths } from './find-paths.ts';
export type { AttackPath, PathOptions, PathResult, PathSearch } from './find-paths.ts';
export type { FixPlan, PathFix } from './find-fixes.ts';
export { NO_INPUTS } from './inputs.ts';
export type {
  AccessOracle,
  AccessQuestion,
  AskedObject,
  Flags,
  KnownVulnerability,
  PathCondition,
  PathEvidence,
  PathExposure,
  PathGrant,
  PathInputs,
  PathLeak,
  PathObject,
  PathPrincipal,
  PathSetting,
  PathStore,
  PathTrust,
  PathUser,
  PathWorkload,
} from './inputs.ts';
export { QUERIES } from './queries.ts';
export type { EntryKind, GoalKind } from './queries.ts';
export { combinedRisk } from './score.ts';
export type { PathRisk, PathSeverity } from './score.ts';
export type { PathStep } from './steps.ts';
export { reasonText, REASON_IDS } from './texts.ts';
