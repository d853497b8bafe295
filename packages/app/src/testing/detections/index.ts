/** For tests of our detections. */
export { alerts, eventsOf, openDetection } from './run-detection.ts';
export type { Detection } from './run-detection.ts';
