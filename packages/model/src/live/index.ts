/** Live accounts: the vocabulary of snapshots, and answers of cloud APIs → declared resources. Calling the APIs is collectors'. */
export * from './call.ts';
export * from './declare.ts';
export * from './json.ts';
export * from './look-up.ts';
export * from './projection.ts';
