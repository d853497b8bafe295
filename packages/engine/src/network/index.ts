/** What is reachable: from the internet (`exposureOf`), and within the own networks (`reachability`). Interval algebra, no solver. */
export { exposureOf } from './exposure.ts';
export { networkFacts } from './facts.ts';
export type { NetworkFacts } from './facts.ts';
export { reachability } from './reachability.ts';
export type { NetworkClass, NetworkEdge, Reachability } from './reachability.ts';
export type { PortRange } from './ports.ts';
export type { Change as ExposureChange, Exposure, Reason as ExposureReason, StationName as ExposureStation } from './types.ts';
