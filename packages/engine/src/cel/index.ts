/** Expressions (CEL): type checking and three-valued evaluation over resources, manifests and plain data. Reading texts is the parsers'. */
export { checkCel } from './check.ts';
export type { CheckedCel } from './check.ts';
export { compileCel, noTracker } from './program.ts';
export type { CelProgram } from './program.ts';
export { celOfData, celOfValue, unknownCel } from './of-data.ts';
export { celOfFields, celOfResource } from './of-nodes.ts';
export { celFunctions } from './functions/index.ts';
export type { CelValue, KnownCelValue } from './values.ts';
export { ArrayList, CelFault, CelList, CelMap, CelOptional, CelTime, CelUint, EntryMap, isKnown } from './values.ts';
