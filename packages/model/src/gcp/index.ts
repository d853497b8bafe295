/** What Google Cloud checks share: questions over several resource types of a service. The types themselves are in their folders. */
export * from './iam/index.ts';
export * from './compute/index.ts';
export * from './sql/index.ts';
export * from './logging/index.ts';
export * from './collected/index.ts';
