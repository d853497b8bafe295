/** What Sigma documents say. Read by parsers, compiled by engine. */
export * from './document.ts';
