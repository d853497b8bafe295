/** IAM policy documents: their shape and the questions checks ask of statements. */
export * from './document.ts';
export * from './statements.ts';
