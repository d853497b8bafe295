/**
 * Who logs changes of what each service of AWS is asked, as data. Source: for each service its page "Logging API calls with CloudTrail", read
 * 2026-11-22.
 */
/** Services whose events come from a source of their own name. */
const SAME =
  'account acm apigateway appflow apprunner appsync athena autoscaling backup batch bedrock cloudformation cloudfront cloudtrail codeartifact codebuild codedeploy codepipeline cognito-identity cognito-idp config datasync dax dlm dms ds dynamodb ec2 ecr ecs eks elasticache elasticbeanstalk events firehose fsx globalaccelerator glue guardduty iam inspector2 kafka kinesis kms lambda lightsail logs macie2 network-firewall organizations ram rds redshift redshift-serverless route53 route53domains s3 sagemaker scheduler secretsmanager securityhub shield sns sqs ssm states storagegateway transfer wafv2 workspaces xray';

/** Event sources of each service, without `.amazonaws.com`. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(SAME.split(' ').map((id) => [id, [id]])),
  accessanalyzer: ['access-analyzer'],
  apigatewayv2: ['apigateway'],
  appstream: ['appstream', 'appstream2'],
  'bedrock-agent': ['bedrock'],
  cloudwatch: ['monitoring'],
  efs: ['elasticfilesystem'],
  elb: ['elasticloadbalancing'],
  elbv2: ['elasticloadbalancing'],
  emr: ['elasticmapreduce'],
  memorydb: ['memorydb', 'memory-db'],
  mq: ['amazonmq'],
  opensearch: ['es'],
  s3accesspoints: ['s3'],
  s3control: ['s3'],
  sesv2: ['ses'],
  sso: ['sso', 'sso-directory', 'identitystore'],
  waf: ['waf', 'waf-regional'],
  'wafv2-cloudfront': ['wafv2'],
};

/** Services that no event changes, and why. */
export const awsWithoutEvents: Readonly<Record<string, string>> = {
  sts: 'it is only asked who is asking',
};

/** Empty for those in {@link awsWithoutEvents} and for names of no service. */
export function awsEventSources(service: string): readonly string[] {
  return SOURCES[service] ?? [];
}

const ALL: ReadonlySet<string> = new Set(Object.values(SOURCES).flat());

/** Whether some service that is asked logs under this name. */
export function isAwsEventSource(source: string): boolean {
  return ALL.has(source);
}
