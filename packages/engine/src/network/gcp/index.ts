/** Exposure of Google Cloud's networks and load balancers. */
export { gcpExposures, gcpFacts } from './exposure.ts';
export { gcpReachability } from './east-west.ts';
