/** RDS questions that several checks ask. */
export * from './engine-versions.ts';
