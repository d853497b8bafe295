/** The value domain that all evaluators share: conversions, texts with unknown parts, JSON in both directions, the way of computed values. */
export {
  compareStrings,
  firstUnknown,
  formatNumber,
  identityKey,
  sortedEntries,
  toBoolValue,
  toNumberValue,
  toStringValue,
  typeOf,
  valuesEqual,
} from './convert.ts';
export type { TypeName } from './convert.ts';
export type { PartPlaces } from './json-read.ts';
export { parseJsonWithHoles, readJson, samePlace } from './json-read.ts';
export type { Structure } from './json-structure.ts';
export { mayBeJson, opensJson, structureOfText, withStructure } from './json-structure.ts';
export { MAX_DEPTH, jsonPieces, quote } from './json-text.ts';
export { isWrittenHere, wayOf, withWay } from './provenance.ts';
export type { TextPiece } from './text-pieces.ts';
export { firstHole, knownLength, mayCross, textFromPieces, textPieces } from './text-pieces.ts';
