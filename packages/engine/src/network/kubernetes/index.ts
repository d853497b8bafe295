/** Exposure of clusters, and pods by pods. */
export { podReachability } from './east-west.ts';
export { kubernetesExposures } from './exposure.ts';
