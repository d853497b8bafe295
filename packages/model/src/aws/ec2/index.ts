/** EC2 questions that several checks ask. */
export * from './network-acl-rules.ts';
