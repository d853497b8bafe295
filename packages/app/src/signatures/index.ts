/** Signatures with the keys of the data folder. */
export { fingerprintGiven, isSigned, KeyFileError, keyFingerprint, SigningKey } from './signing.ts';
export type { Signature } from './signing.ts';
