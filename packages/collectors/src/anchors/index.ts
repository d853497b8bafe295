/** Where proofs are kept outside of what they prove: locked objects, time-stamping authorities. */
export { putLockedObject } from './locked-object.ts';
export type { LockedObject } from './locked-object.ts';
export { askTimeStamp } from './time-stamp.ts';
