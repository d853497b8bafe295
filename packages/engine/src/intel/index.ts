/** Indicators of others over events: a table of values, predicates of patterns, sequences, what a match is worth. Documents are read in @kumomori/parsers. */
export { judgeIntel } from './judge.ts';
export type { IntelVerdict } from './judge.ts';
export type { IntelEntry, IntelHit, IntelSet } from './matcher.ts';
export { confirmed, IntelMatcher, intelSet } from './matcher.ts';
export type { Observed } from './observed.ts';
export { observedIn } from './observed.ts';
export { isSingle } from './patterns.ts';
export type { IntelPoint, IntelSpan } from './sequences.ts';
export { sequenceSpans } from './sequences.ts';
export { OWN_WARNING_LISTS, warningOf } from './warnings.ts';
