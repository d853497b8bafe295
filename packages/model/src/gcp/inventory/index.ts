/** Live Google Cloud: what the answers of its APIs become in the words of Terraform. Asking is collectors'. */
export * from './kind.ts';
export * from './policies.ts';
export * from './source.ts';
export * from './words.ts';
export * from './uncollected.ts';
