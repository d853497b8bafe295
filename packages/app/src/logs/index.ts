/** Log objects on disk: listing, inflating within limits, text. What the records mean is read in @kumomori/parsers. */
export type { InflateLimits, ObjectFault, ObjectForm } from './inflate.ts';
export { INFLATE_LIMITS, inflate } from './inflate.ts';
export type { LogObject } from './list-objects.ts';
export { listObjects } from './list-objects.ts';
export type { ObjectText, StoredObject } from './read-objects.ts';
export { charactersOf, faultDiagnostic, readObjectText, readStored, readStream, textOf } from './read-objects.ts';
export { deliveredAt } from './object-time.ts';
