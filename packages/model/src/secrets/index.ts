/** Credentials in texts and environment variables: provider formats and telling names. Pure patterns; nothing is verified, nothing is kept. */
export * from './check.ts';
export * from './credential.ts';
export * from './environment.ts';
export * from './mask.ts';
export * from './names.ts';
export * from './text.ts';
