/** What kind of access an action is, told by its name, and which statements give it without bounds. */
import { any, aside, find, none } from '../../check/index.ts';
import type { PolicyDocument, PolicyStatement } from '../../policy/index.ts';
import { coversAction, coversAllResources, findStatement, matchesPattern } from '../../policy/index.ts';
import { isEffective } from './administration.ts';

/** An Allow of an identity policy on every resource, under no condition that keeps the holder from anything. */
export function isUnbounded(statement: PolicyStatement): boolean {
  return (
    statement.effect === 'Allow' &&
    coversAllResources(statement) &&
    aside(() => none(statement.conditions, isEffective) && statement.principals.length === 0 && statement.notPrincipals.length === 0)
  );
}

/** The first of the actions that some statement allows on every resource; undefined when certainly none. */
export function unboundedAction(policy: PolicyDocument | undefined, actions: readonly string[]): string | undefined {
  const statement = findStatement(policy, (each) => isUnbounded(each) && actions.some((action) => coversAction(each, action)));
  return statement && actions.find((action) => coversAction(statement, action));
}

/** The first pattern of an unbounded Allow for which the question is true; `NotAction` allows more than anybody lists and counts. */
export function unboundedPattern(policy: PolicyDocument | undefined, matches: (pattern: string) => boolean): string | undefined {
  const statement = findStatement(policy, (each) => isUnbounded(each) && (any(each.actions, matches) || each.notActions.length > 0));
  if (!statement) return undefined;
  return statement.notActions.length > 0 ? 'NotAction' : find(statement.actions, matches);
}

const changing =
  /^(?:add|allocate|apply|associate|attach|authorize|cancel|change|copy|create|delete|deploy|deregister|detach|disable|disassociate|enable|grant|import|insert|invoke|modify|move|publish|purge|put|reboot|receive|register|release|remove|replace|reset|restore|revoke|run|schedule|send|set|start|stop|subscribe|suspend|tag|terminate|transfer|unsubscribe|untag|update|upload|write)/i;

/** Does the pattern let something be changed? `*` and `s3:*` do. */
export function isWriteAction(pattern: string): boolean {
  const name = pattern.slice(pattern.indexOf(':') + 1);
  return /^[*?]/.test(name) || changing.test(name);
}

/**
 * Actions that can be allowed on every resource only, in real policies often seen. Source: Service Authorization Reference (actions without
 * resource types), general knowledge, to be confirmed.
 */
const unboundable = [
  ...['autoscaling:Describe*', 'ce:*', 'cloudtrail:LookupEvents', 'cloudwatch:PutMetricData', 'cloudwatch:GetMetricData'],
  ...[
    'cloudwatch:GetMetricStatistics',
    'cloudwatch:ListMetrics',
    'cloudwatch:DescribeAlarmsForMetric',
    'cur:*',
    'ecr:GetAuthorizationToken',
  ],
  ...['ec2messages:*', 'ec2:DescribeInstances', 'ec2:DescribeRegions', 'ec2:DescribeVpcs', 'ec2:DescribeSubnets', 'ec2:DescribeTags'],
  ...['ec2:DescribeSecurityGroups', 'ec2:DescribeNetworkInterfaces', 'ec2:DescribeImages', 'ec2:DescribeVolumes', 'ec2:DescribeSnapshots'],
  ...[
    'ec2:DescribeAvailabilityZones',
    'ec2:DescribeRouteTables',
    'ec2:DescribeInstanceTypes',
    'ec2:DescribeAddresses',
    'ec2:DescribeKeyPairs',
  ],
  ...['ec2:DescribeInstanceStatus', 'ec2:DescribeAccountAttributes', 'ec2:DescribeInternetGateways', 'ec2:DescribeLaunchTemplateVersions'],
  ...['elasticloadbalancing:Describe*', 'health:*', 'iam:ListAccountAliases', 'iam:ListRoles', 'iam:ListUsers', 'iam:ListPolicies'],
  ...['kms:CreateKey', 'kms:ListAliases', 'kms:ListKeys', 'kms:GenerateRandom', 'logs:DescribeQueries', 'pricing:*'],
  ...['route53:CreateHostedZone', 'route53:ListHostedZones', 'route53:ListHostedZonesByName', 'route53:GetHostedZoneCount'],
  ...['s3:ListAllMyBuckets', 's3:GetAccountPublicAccessBlock', 's3:PutAccountPublicAccessBlock', 's3:ListJobs', 's3:HeadBucket'],
  ...[
    'secretsmanager:ListSecrets',
    'secretsmanager:GetRandomPassword',
    'ses:GetSendQuota',
    'ses:GetSendStatistics',
    'ssm:DescribeParameters',
  ],
  ...[
    'ssmmessages:*',
    'sts:GetCallerIdentity',
    'sts:GetSessionToken',
    'sts:DecodeAuthorizationMessage',
    'support:*',
    'tag:Get*',
    'xray:Put*',
  ],
  ...['xray:GetSampling*', 'sns:ListTopics', 'sqs:ListQueues', 'lambda:ListFunctions', 'dynamodb:ListTables', 'eks:ListClusters'],
  ...[
    'ecs:ListClusters',
    'ecs:CreateCluster',
    'ecs:RegisterTaskDefinition',
    'ecs:DeregisterTaskDefinition',
    'rds:DescribeDBEngineVersions',
  ],
  ...['acm:RequestCertificate', 'acm:ListCertificates', 'organizations:Describe*', 'organizations:List*', 'trustedadvisor:Describe*'],
];

/** Could the pattern be bound to named resources? Wildcards could, unless all they stand for cannot. */
export function canBeBound(pattern: string): boolean {
  return !unboundable.some((each) => matchesPattern(each, pattern, true));
}
