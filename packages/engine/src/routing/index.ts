/** Who hears of an event through which channel, and when: decided here, sent elsewhere. Pure. */
export { routeNotifications } from './route.ts';
export type { Routed, RoutingMemory } from './route.ts';
export { isQuiet, quietUntil } from './quiet.ts';
export type * from './types.ts';
