/** CloudTrail's digests: proof that a tree is what CloudTrail wrote. */
export type { TrailCheck } from './verify-trail.ts';
export { verifyTrail } from './verify-trail.ts';
export type { OpenBucket } from './objects.ts';
export { trailBucket, trailFolder } from './objects.ts';
export { nameOf } from './names.ts';
export type { PublicKeys } from './public-keys.ts';
export { publicKeysIn } from './public-keys.ts';
