/** Time stamps of others (RFC 3161): when something was there, said by somebody who does not have our key. */
export type { StampFault, TimeStamp } from './time-stamp.ts';
export { certificatesIn, readStamp, stampRequest } from './time-stamp.ts';
