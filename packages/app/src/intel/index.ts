/** Threat intelligence on disk: the store of indicators, made ready for matching. Reading documents and matching are in the pure packages. */
export type { IntelNote, JudgedIntel } from './judge-hits.ts';
export { IntelSequences, judgeHit } from './judge-hits.ts';
export type { LoadedIntel } from './load.ts';
export { loadIntel } from './load.ts';
export type { StoredIndicator } from './store.ts';
export {
  isIntelStore,
  keyOf,
  readIndicators,
  readState,
  readWarningLists,
  sameValue,
  storedLine,
  withStore,
  writeIndicators,
  writeState,
  writeWarningLists,
} from './store.ts';
