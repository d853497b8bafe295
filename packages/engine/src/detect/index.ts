/** Detections: Sigma rules over raw records, streaming; correlations over what they match. */
export type { CompiledCorrelation, CompiledRule, RuleSetOptions, PlacedDocument, RejectedDocument, RuleSet } from './rule-set.ts';
export { compileRuleSet } from './rule-set.ts';
export type { DetectedEvent } from './detector.ts';
export { Detector, sourcesOf } from './detector.ts';
export type { Placeholders } from './placeholders.ts';
export type { Point } from './correlate/points.ts';
export { fieldReader, neededFields } from './correlate/points.ts';
export type { CorrelationMatch, CorrelatorOptions } from './correlate/correlator.ts';
export { Correlator } from './correlate/correlator.ts';
export type { RuleSql, SqlColumns } from './sql/predicate-sql.ts';
export { ruleSql } from './sql/predicate-sql.ts';
