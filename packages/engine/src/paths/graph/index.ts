/** AND/OR graphs in typed arrays: what follows, from which sources, at what cost, and what to take away so that it no longer does. */
export { cheapestProofs } from './alternatives.ts';
export { answers, chokePoints, leastFixSet, rankFixes } from './fixes.ts';
export type { Fix, FixSet, Question } from './fixes.ts';
export { joinParts } from './join.ts';
export { cheapestDerivations, Deriver, proofOf } from './min-cost.ts';
export type { Derivations, Proof } from './min-cost.ts';
export { bodyOf, HornBuilder } from './program.ts';
export type { HornProgram } from './program.ts';
export { isReached, propagate } from './propagate.ts';
export type { Reach, Source } from './propagate.ts';
export { restrictTo, sourceIn } from './restrict.ts';
export type { Part } from './restrict.ts';
export { reachThrough } from './through.ts';
