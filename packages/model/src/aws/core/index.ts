/** What concerns AWS resources of any service: tags, customer managed keys. */
export * from './tags.ts';
export * from './customer-key.ts';
export * from './backup-selection.ts';
