/** Compute Engine: questions about metadata. */
export * from './metadata.ts';
