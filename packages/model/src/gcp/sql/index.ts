/** Cloud SQL: questions about database flags. */
export * from './flags.ts';
