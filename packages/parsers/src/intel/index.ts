/** Threat intelligence of others → indicators: STIX, MISP, OpenIOC, plain lists, warning lists. Matching is the engine's. */
export type { IntelDocument } from './document.ts';
export type { IntelKind } from './read-intel.ts';
export { readIntel } from './read-intel.ts';
export { readStixObjects } from './stix.ts';
export type { StixPatternRead } from './stix-pattern.ts';
export { readStixPattern } from './stix-pattern.ts';
