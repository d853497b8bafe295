/** What checks ask about Dockerfiles. */
export * from './commands.ts';
