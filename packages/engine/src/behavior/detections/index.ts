/** The detections: each looks at all that is kept and tells what it found; none knows of another. */
export { findBursts } from './bursts.ts';
export { findDiscovery } from './discovery.ts';
export { findElsewhere } from './elsewhere.ts';
export { findGuessing } from './guessing.ts';
export { findMining } from './mining.ts';
export { findOpenings } from './openings.ts';
export { rareSigns } from './rare.ts';
export { findRisk } from './risk.ts';
export { findSleepers } from './sleepers.ts';
export { findStopped } from './stopped.ts';
export { findTravel } from './travel.ts';
export { findVolume } from './volume.ts';
