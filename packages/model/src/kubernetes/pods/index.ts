/** Reads pods, whatever object and format they are written in. */
export { readPod } from './read-pod.ts';
export type { PodParts } from './read-pod.ts';
