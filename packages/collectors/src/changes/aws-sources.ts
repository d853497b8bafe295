/**
 * Which CloudTrail events can change which answers of AWS, as data. Source: for each service its page "Logging API calls with CloudTrail",
 * read 2026-11-22. What is not said here is the wide answer: any change of a service may change all that is asked of it.
 */
import { awsEventSources, isAwsEventSource } from '@kumomori/model';
import type { AuditEvent } from './audit-event.ts';
import type { Reach } from './aws-narrow.ts';
import { LISTINGS, isOfVersion, isQuiet, narrowed, narrowedOperations } from './aws-narrow.ts';

/** What the tables name, for the test that holds them to what is asked; operation null: the service as a whole. */
export function awsOperationsNamed(): readonly Named[] {
  const effects = EFFECTS.flatMap(({ service, reach = [null] }) => reach.map((operation): Named => ({ service, operation })));
  return [...narrowedOperations(), ...effects].filter(({ operation }) => operation !== LISTINGS);
}

interface Named {
  readonly service: string;
  readonly operation: string | null;
}

/** Events that change answers of another service than their own. */
interface Effect {
  readonly sources: readonly string[];
  readonly events?: RegExp;
  readonly service: string;
  readonly reach?: readonly string[];
  /** In all regions, not only in that of the event. */
  readonly everywhere?: true;
}

const CHANGES = /^(?!Tag|Untag|AddTags|RemoveTags)/;

const EFFECTS: readonly Effect[] = [
  // What runs in a network has interfaces there, with addresses and security groups.
  {
    sources:
      'elasticloadbalancing rds redshift redshift-serverless elasticache lambda ecs eks elasticfilesystem fsx dms workspaces ds sagemaker glue apigateway kafka es amazonmq memorydb dax batch elasticmapreduce codebuild transfer storagegateway datasync network-firewall apprunner globalaccelerator lightsail route53resolver'.split(
        ' ',
      ),
    events: CHANGES,
    service: 'ec2',
    reach: ['DescribeNetworkInterfaces', 'DescribeAddresses', 'DescribeVpcEndpoints'],
  },
  // Opting in to a region.
  { sources: ['account'], events: /Region$/, service: 'ec2', reach: ['DescribeRegions'], everywhere: true },
  // Certificates tell who uses them.
  {
    sources: ['elasticloadbalancing', 'cloudfront', 'apigateway', 'cognito-idp', 'appsync', 'es', 'apprunner', 'iot'],
    events: CHANGES,
    service: 'acm',
  },
  // A web ACL is told of by what it protects.
  ...['apigateway', 'appsync', 'cognito-idp', 'apprunner'].map((service) => ({
    sources: ['wafv2', 'waf', 'waf-regional'],
    events: /^(?:Associate|Disassociate|Delete)/,
    service,
  })),
  ...['wafv2', 'waf'].map((service) => ({
    sources: ['elasticloadbalancing', 'apigateway', 'cognito-idp', 'cloudfront', 'appsync'],
    events: /^(?:Create|Delete|Update)(?:LoadBalancer|Stage|RestApi|UserPool|Distribution|GraphqlApi|Api)/,
    service,
  })),
  // Copies in other regions.
  { sources: ['kms'], events: /^(?:ReplicateKey|UpdatePrimaryRegion|SynchronizeMultiRegionKey)$/, service: 'kms', everywhere: true },
  { sources: ['secretsmanager'], events: /Repli/, service: 'secretsmanager', everywhere: true },
  {
    sources: ['dynamodb'],
    events: /^(?:UpdateTable|CreateGlobalTable|UpdateGlobalTable|DeleteTable)/,
    service: 'dynamodb',
    everywhere: true,
  },
  { sources: ['rds'], events: /Global|^PromoteReadReplica|^CreateDBInstanceReadReplica/, service: 'rds', everywhere: true },
  { sources: ['ec2'], events: /Peering/, service: 'ec2', reach: ['DescribeVpcPeeringConnections'], everywhere: true },
  {
    sources: ['ec2'],
    events: /TransitGateway/,
    service: 'ec2',
    reach: ['DescribeTransitGateways', 'DescribeTransitGatewayAttachments'],
    everywhere: true,
  },
  { sources: ['ec2'], events: /^(?:CopySnapshot|CopyImage)$/, service: 'ec2', reach: [LISTINGS], everywhere: true },
  // A trail of all regions, and one of the organization, is seen from every region.
  { sources: ['cloudtrail'], service: 'cloudtrail', everywhere: true },
  {
    sources: ['securityhub'],
    events: /Aggregator|Organization|Administrator|ConfigurationPolicy/,
    service: 'securityhub',
    everywhere: true,
  },
  { sources: ['config'], events: /Aggregat/, service: 'config', everywhere: true },
  // Trusted access and delegated administrators of services are told of by themselves as well.
  ...['securityhub', 'guardduty', 'macie2', 'inspector2', 'accessanalyzer', 'config', 'backup', 'ram', 'sso', 'iam', 'cloudtrail'].map(
    (service) => ({
      sources: ['organizations'],
      events: /ServiceAccess|DelegatedAdministrator|^(?:Create|Delete|Leave)Organization|Account/,
      service,
      everywhere: true as const,
    }),
  ),
  // Protection by Shield and firewalls' policies name what they protect.
  { sources: ['elasticloadbalancing', 'cloudfront', 'route53', 'globalaccelerator'], events: /^(?:Create|Delete)/, service: 'shield' },
  { sources: ['logs'], events: /ResourcePolic|MetricFilter|LogGroup/, service: 'cloudwatch', reach: ['DescribeAlarms'] },
  // What is backed up, and lifecycle policies.
  {
    sources: ['rds', 'dynamodb', 'ec2', 'elasticfilesystem', 's3', 'fsx'],
    events: /^(?:Create|Delete)/,
    service: 'backup',
    reach: ['ListProtectedResources'],
  },
  {
    sources: ['autoscaling', 'ecs', 'eks', 'elasticmapreduce', 'batch', 'elasticbeanstalk', 'opsworks'],
    events: CHANGES,
    service: 'ec2',
    reach: ['DescribeInstances', 'DescribeVolumes', 'DescribeNetworkInterfaces', 'DescribeSecurityGroups', 'DescribeLaunchTemplates'],
  },
  { sources: ['ec2'], events: /Instances?$|^ModifyInstance|LaunchTemplate/, service: 'autoscaling' },
];

/** Tags set for many services at once: the ARNs tell whose. */
const TAGGING = 'tagging';

/** Whether and how far an event can change answers of a service that is asked in a region; null: not at all. */
export function awsReach(
  event: AuditEvent,
  { id, isGlobal, region }: { readonly id: string; readonly isGlobal: boolean; readonly region: string },
): Reach | null {
  const isHere = isGlobal || event.region === null || event.region === region;
  const found: Reach[] = [];
  const sources = awsEventSources(id);
  if (isHere && sources.includes(event.source) && isOfVersion(event, id)) found.push(narrowed(event, id));
  if (isHere && event.source === TAGGING && sources.some((source) => namesArnOf(event, source))) found.push('all');
  for (const { sources: from, events, service, reach, everywhere } of EFFECTS)
    if (service === id && (everywhere || isHere) && from.includes(event.source) && (events?.test(event.name) ?? true))
      found.push(reach ?? 'all');
  const operations = found.includes('all') ? 'all' : [...new Set(found.flat())];
  return operations.length === 0 ? null : operations;
}

/** Whether any service at all is asked what such an event can change. */
export function concernsAws(event: AuditEvent): boolean {
  if (isQuiet(event)) return false;
  const { source } = event;
  return source === TAGGING || isAwsEventSource(source) || KNOWN.has(source);
}

const KNOWN = new Set(EFFECTS.flatMap(({ sources }) => sources));

/** ARNs of the partitions say `es`, `elasticloadbalancing` like the sources; `cloudwatch` is the one that does not. */
function namesArnOf({ texts }: AuditEvent, source: string): boolean {
  const service = source === 'monitoring' ? 'cloudwatch' : source;
  return texts.values().some((text) => text.startsWith('arn:') && text.split(':')[2] === service);
}
