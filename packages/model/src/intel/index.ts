/** Threat intelligence in one form: indicators, STIX patterns as trees, values in normal form. Reading documents is the parsers', matching the engine's. */
export * from './types.ts';
export * from './pattern.ts';
export { addressNumber, addressText, ipv4Number, rangeOf, rangeText } from './addresses.ts';
export { MAX_VALUE, narrowed, normalDomain, normalUrl, normalValue, observableOf, refang, urlHost } from './normal-form.ts';
export type { StixPlace } from './pattern-values.ts';
export { patternValues, stixPlace, unseenPaths } from './pattern-values.ts';
