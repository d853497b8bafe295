/** Detections: Sigma rules over raw records, streaming; correlations over what they match. */
export type { CompiledCorrelation, CompiledRule, RuleSetOptions, PlacedDocument, RejectedDocument, RuleSet } from './rule-set.ts';
export { compileRuleSet } from './rule-set.ts';
export type { DetectedEvent } from './detector.ts';
export { Detector, sourcesOf } from './detector.ts';
export type { Placeholders } from './placeholders.ts';
export type { CorrelationMatch, CorrelatorOptions, Point } from './correlate/index.ts';
export { Correlator, fieldReader, neededFields } from './correlate/index.ts';
export type { RuleSql, SqlColumns } from './sql/index.ts';
export { ruleSql } from './sql/index.ts';
