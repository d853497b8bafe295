/** What the parts of the estate have in common. */
import type { Expectation } from './estate.ts';

export const ACCOUNT = '123456789012';
export const CUSTOMER_KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/11111111-2222-3333-4444-555555555555`;

/** The check passes on one resource and fails on another. */
export const pair = (check: string, good: string, bad: string): readonly Expectation[] => [
  [check, good, 'pass'],
  [check, bad, 'fail'],
];

/** `pair` for many checks that judge the same two resources. */
export const pairs = (good: string, bad: string, checks: readonly string[]): readonly Expectation[] =>
  checks.flatMap((check) => pair(check, good, bad));

export const policyText = (...Statement: readonly object[]): string => JSON.stringify({ Version: '2012-10-17', Statement });

/** Looks like the secret of an access key; assembled, so that nobody takes it for one that leaked. */
export const LEAKED = ['wJalrXUtnFEMI', 'K7MDENG', 'bPxRfiCYzzzzzzzzzz'].join('/');
