/** Which resources have to be judged again when an account was read a second time. Pure. */
export * from './changed-resources.ts';
