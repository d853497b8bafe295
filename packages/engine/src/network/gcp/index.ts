/** Exposure of Google Cloud's networks and load balancers. */
export { gcpExposures } from './exposure.ts';
