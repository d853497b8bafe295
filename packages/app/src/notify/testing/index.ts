/** Receivers on this machine, events and settings for tests of channels. */
export type { Certificate } from './certificate.ts';
export { testCertificate } from './certificate.ts';
export type { Answer, Received, Receiver } from './receiver.ts';
export { startReceiver } from './receiver.ts';
export { here, HOSTILE, hostileBucket, noon, openBucket, sampleEvents, toolsHere } from './samples.ts';
export type { SmtpOptions } from './smtp-server.ts';
export { startSmtpServer } from './smtp-server.ts';
