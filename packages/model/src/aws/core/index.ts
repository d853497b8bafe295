/** What concerns AWS resources of any service: tags. */
export * from './tags.ts';
