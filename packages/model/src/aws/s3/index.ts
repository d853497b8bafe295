/** S3 questions that several checks ask. */
export * from './public-access.ts';
