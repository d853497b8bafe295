import { setFlagsFromString } from 'node:v8';

/** Megabytes of a thread's half-space: what is made for one object of logs and then thrown away fits several times. */
const HALF_SPACE_MEGABYTES = 8;

/**
 * From now on the heap's young generation stays as large as it is; by default V8 doubles it as long as something survives, up to 100 MB a thread, which
 * matches that wait for their story always do. Threads begin with what they may have. V8 reads the one flag when it would grow, the other when
 * a thread begins.
 */
export function keepYoungSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString(`--min-semi-space-size=${HALF_SPACE_MEGABYTES}`);
}
