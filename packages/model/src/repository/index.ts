/** What checks ask about files. */
export * from './secrets.ts';
