/** Where a live account says something else than the Terraform it was made from, and why that is right. */
import type { Status } from '@kumomori/model';
import type { Difference } from './compare.ts';

/** How many resources the check judges otherwise, and why. */
type Exception = readonly [check: string, code: Status, live: Status, resources: number, reason: string];

const moto = (what: string): string => `moto ${what}`;
const NOT_BOTH = 'Terraform says how a resource is made, an answer what it is';
const NO_INSIGHTS = moto('tells nothing of Performance Insights');
const OTHER_ROOTS = 'other roots of the estate stand in the same account: a root alone does not see their part';
const INLINE = 'inline policies are resources of their own in Terraform and judged there; in an account their role says them';
const NO_FEATURES = moto('replaces all features of a detector by those of the last update, and has no defaults');
const SELECTION = 'a backup selection that cannot be made (moto has no selections) leaves open what is backed up';
const NO_URLS = moto('lacks ListFunctionUrlConfigs');
const ONLY_AWS = 'only AWS says it';

export const exceptions: readonly Exception[] = [
  ['aws-acm-create-before-destroy', 'pass', 'not-applicable', 1, NOT_BOTH],
  ['aws-apigateway-rest-api-replaced-without-gap', 'fail', 'not-applicable', 1, NOT_BOTH],
  ['aws-data-password-not-in-code', 'fail', 'not-applicable', 1, NOT_BOTH],
  [
    'aws-ec2-instance-outdated-ami',
    'pass',
    'not-applicable',
    1,
    'code names the image it looks for, an answer only the id of the one it got',
  ],
  [
    'aws-ec2-ebs-volume-encrypted',
    'pass',
    'fail',
    1,
    'an answer lists volumes that were attached later; in Terraform the volume is judged by itself, and fails there',
  ],
  ['aws-cloudfront-min-tls', 'pass', 'fail', 2, moto('always answers that the default certificate is used')],
  ['aws-ec2-sg-rules-described', 'pass', 'fail', 1, moto('drops descriptions of prefix lists in rules')],
  ['aws-elasticache-auto-minor-upgrade', 'pass', 'fail', 1, moto('does not tell AutoMinorVersionUpgrade')],
  ['aws-guardduty-eks-audit-logs', 'pass', 'fail', 1, NO_FEATURES],
  ['aws-guardduty-lambda-protection', 'pass', 'fail', 1, NO_FEATURES],
  ['aws-guardduty-malware-protection', 'pass', 'fail', 1, NO_FEATURES],
  ['aws-guardduty-rds-protection', 'pass', 'fail', 1, NO_FEATURES],
  ['aws-guardduty-organization-auto-enable', 'fail', 'unknown', 1, moto('lacks DescribeOrganizationConfiguration')],
  ['aws-iam-inline-policy-no-admin-star', 'not-applicable', 'pass', 13, INLINE],
  ['aws-iam-policy-no-privilege-escalation', 'not-applicable', 'pass', 13, INLINE],
  ['aws-iam-saml-federation-configured', 'fail', 'pass', 1, OTHER_ROOTS],
  ['aws-s3-bucket-block-public-acls', 'fail', 'pass', 2, OTHER_ROOTS],
  ['aws-s3-bucket-ignore-public-acls', 'fail', 'pass', 2, OTHER_ROOTS],
  ['aws-rds-instance-performance-insights', 'pass', 'fail', 3, NO_INSIGHTS],
  ['aws-rds-instance-performance-insights-cmk', 'fail', 'not-applicable', 3, NO_INSIGHTS],
  ['aws-s3-bucket-acl-disabled', 'pass', 'fail', 4, moto('gives new buckets no ownership controls; S3 turns ACLs off since April 2023')],
  ['aws-s3-bucket-policy-not-public-for-aws', 'not-applicable', 'pass', 11, ONLY_AWS],
  ['aws-backup-restore-tested', 'fail', 'unknown', 1, moto('lacks ListRestoreTestingPlans')],
  ['aws-dynamodb-in-backup-plan', 'fail', 'unknown', 3, SELECTION],
  ['aws-ec2-ebs-volume-backed-up', 'fail', 'unknown', 2, SELECTION],
  ['aws-efs-backup-enabled', 'fail', 'unknown', 1, SELECTION],
  ['aws-rds-instance-in-backup-plan', 'fail', 'unknown', 3, SELECTION],
  ['aws-ec2-instance-internet-exposed-with-role', 'fail', 'unknown', 1, moto('tells the groups of such an instance at its interface only')],
  ['aws-lambda-url-auth-required', 'fail', 'unknown', 1, NO_URLS],
  ['aws-lambda-url-auth-required', 'pass', 'unknown', 1, NO_URLS],
  ['aws-lambda-url-cors-methods-restricted', 'pass', 'unknown', 4, NO_URLS],
  ['aws-lambda-url-cors-restricted', 'pass', 'unknown', 2, NO_URLS],
];

/** What is found and not in the table, and what is in the table and not found: other verdicts, other numbers. */
export function unexplained(differences: readonly Difference[]): readonly string[] {
  const found = Map.groupBy(differences, ({ check, code, live }) => keyOf(check, code, live));
  const expected = new Map(exceptions.map(([check, code, live, count]) => [keyOf(check, code, live), count]));
  return [...new Set([...found.keys(), ...expected.keys()])].flatMap((key) => {
    const here = found.get(key) ?? [];
    const count = expected.get(key) ?? 0;
    if (here.length === count) return [];
    const examples = here.slice(0, 3).map(({ address, messages }) => `${address} (${messages.join(' | ')})`);
    return [`${key}: ${here.length}, not ${count}: ${examples.join('; ')}`];
  });
}

function keyOf(check: string, code: Status, live: Status): string {
  return `${check}: ${code} in code, ${live} live`;
}
