/**
 * The kinds of logs that kumomori reads. The id is what users write and what the lake's folders are called (`source=aws.cloudtrail`);
 * it never changes once shipped.
 */
export const LOG_SOURCES = [
  'aws.cloudtrail',
  'aws.vpc-flow',
  'aws.s3-access',
  'aws.load-balancer',
  'aws.cloudfront',
  'aws.waf',
  'aws.route53-resolver',
  'azure.activity',
  'azure.signin',
  'azure.audit',
  'azure.risk',
  'azure.flow',
  'azure.diagnostic',
  'gcp.audit',
  'gcp.vpc-flow',
  'google.workspace',
  'kubernetes.audit',
  'github.audit',
  'okta.system',
  'm365.audit',
  'onelogin.event',
  'duo.log',
  'bitbucket.audit',
] as const;

export type LogSource = (typeof LOG_SOURCES)[number];
