/** What access boundaries stop, and sets that people from outside belong to. */
import type { Known } from '@kumomori/model';

/** Permissions that boundaries stop for certain. Source: IAM documentation, "Principal access boundary enforcement version permissions", read 2026-11-22. */
const BLOCKED: readonly (readonly [since: number, permissions: readonly string[]])[] = [
  [2, ['datasets', 'jobs', 'models', 'routines', 'rowAccessPolicies', 'tables'].map((each) => `bigquery.${each}.*`)],
  [3, ['serviceAccounts', 'serviceAccountKeys', 'roles', 'denypolicies'].map((each) => `iam.${each}.*`)],
];
const LATEST = 4;

/** Of an enforcement version as it is written; undefined: the latest. */
export function blockedBy(version: Known<string | undefined>): readonly string[] {
  const number = version === undefined || version === 'latest' ? LATEST : typeof version === 'string' ? Number(version) : 0;
  return BLOCKED.filter(([since]) => since <= number).flatMap(([, permissions]) => permissions);
}

/** Pools that somebody of outside comes in by, and in a cluster the namespace. */
export function poolsOf(id: string): readonly string[] {
  const [, pool = '', rest = ''] =
    /^principal(?:Set)?:(\/\/iam\.googleapis\.com\/[^ ]*\/(?:workloadIdentityPools|workforcePools)\/[^/]+)(\/.*)?$/.exec(id) ?? [];
  if (pool === '') return [];
  const namespace = /^\/subject\/ns\/([^/]+)\/sa\//.exec(rest)?.[1];
  return [
    `principalSet:${pool}`,
    `principalSet:${pool}/*`,
    ...(namespace === undefined ? [] : [`principalSet:${pool}/namespace/${namespace}`]),
  ];
}
