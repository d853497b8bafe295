/** For tests: a month of ordinary life and the classic cases in it. */
export {
  credentialsElsewhere,
  discovery,
  dormantWakes,
  ELSEWHERE,
  leaverDownloads,
  massDeletion,
  massSnapshotShare,
  mining,
  miningEverywhere,
  NIGHT,
  publicForAMoment,
  spray,
  trailStopped,
} from './attacks.ts';
export { ordinaryMonth, PRIVATE, PUBLIC } from './month.ts';
export { numbers } from './random.ts';
export { behaviorsOf, digestsOf, surroundings } from './run.ts';
export { ACCOUNT, DAY, HOUR, session, trailEvent, user } from './trail.ts';
