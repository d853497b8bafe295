/** CloudTrail's digests: proof that a tree is what CloudTrail wrote. */
export type { TrailCheck } from './verify-trail.ts';
export { verifyTrail } from './verify-trail.ts';
export { trailFolder } from './objects.ts';
export type { PublicKeys } from './public-keys.ts';
export { publicKeysIn } from './public-keys.ts';
