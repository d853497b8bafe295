/** Text of an expression (CEL) → tree. The library behind it is seen nowhere else. */
export type { ReadCel } from './read-cel.ts';
export { readCel } from './read-cel.ts';
export { offsetInScalar } from './offsets.ts';
