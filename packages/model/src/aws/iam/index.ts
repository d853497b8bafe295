/** IAM questions that several checks ask of policy documents. */
export * from './access-level.ts';
export * from './administration.ts';
export * from './escalation.ts';
export * from './federation.ts';
export * from './mfa.ts';
export * from './power.ts';
export * from './privileged-user.ts';
