/** Servers of threat intelligence, reading only. What the objects mean is read in @kumomori/parsers. */
export type { MispFeedEvent } from './misp-feed.ts';
export { MispFeed } from './misp-feed.ts';
export type { IntelServerAuth } from './server.ts';
export { IntelServerError } from './server.ts';
export type { TaxiiCollection } from './taxii.ts';
export { TaxiiClient } from './taxii.ts';
