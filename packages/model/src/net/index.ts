/** Address arithmetic, ports, and what counts as the internet. Routes and reachability are the engine's. */
export * from './cidr.ts';
export * from './rules.ts';
