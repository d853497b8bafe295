/** Correlations over the matches of rules: windows over the time of events, by group. */
export type { CorrelationMatch, CorrelatorOptions } from './correlator.ts';
export { Correlator } from './correlator.ts';
export type { Point } from './points.ts';
export { fieldReader, neededFields } from './points.ts';
