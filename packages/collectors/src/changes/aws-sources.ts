/**
 * Which CloudTrail events can change which answers of AWS, as data. Source: for each service its page "Logging API calls with CloudTrail",
 * read 2026-11-22. What is not said here is the wide answer: any change of a service may change all that is asked of it.
 */
import { awsEventSources, isAwsEventSource } from '@kumomori/model';
import type { AuditEvent } from './audit-event.ts';

/** What the tables name, for the test that holds them to what is asked; operation null: the service as a whole. */
export function awsOperationsNamed(): readonly Named[] {
  const narrow = Object.entries(NARROW).flatMap(([service, list]) =>
    list.flatMap(([, reach]) => reach.map((operation): Named => ({ service, operation }))),
  );
  const effects = EFFECTS.flatMap(({ service, reach = [null] }) => reach.map((operation): Named => ({ service, operation })));
  return [...narrow, ...effects];
}

interface Named {
  readonly service: string;
  readonly operation: string | null;
}

/** Of its operations an event changes the answers of these only; `all`: nobody says which. */
export type Reach = readonly string[] | 'all';

type Narrow = readonly [events: RegExp, reach: readonly string[]];

const group = (name: string, ...operations: readonly string[]): Narrow => [
  new RegExp(`^(?:Create|Delete|Modify|Replace|Associate|Disassociate|Attach|Detach|Enable|Disable|Reset|Accept|Reject)${name}$`),
  operations,
];

/**
 * Events that are known to change the answers of some operations only: the first that matches counts, anything else changes all of them.
 * What shows things of another kind as well (interfaces show the groups of an instance) is named with it.
 */
const NARROW: Readonly<Record<string, readonly Narrow[]>> = {
  ec2: [
    [
      /^(?:Authorize|Revoke|Modify|Update)SecurityGroup(?:Ingress|Egress|Rules|RuleDescriptions(?:Ingress|Egress))$/,
      ['DescribeSecurityGroups', 'DescribeSecurityGroupRules'],
    ],
    [/^(?:Create|Delete)SecurityGroup$/, ['DescribeSecurityGroups', 'DescribeSecurityGroupRules']],
    [/^ModifyInstanceMetadataOptions$/, ['DescribeInstances']],
    [/^(?:Monitor|Unmonitor)Instances$/, ['DescribeInstances']],
    [
      /^ModifyInstanceAttribute$/,
      ['DescribeInstances', 'DescribeInstanceAttribute', 'DescribeNetworkInterfaces', 'DescribeVolumes', 'DescribeRouteTables'],
    ],
    [/^(?:Create|Delete|Replace)Route$/, ['DescribeRouteTables']],
    group('RouteTable(?:Association)?', 'DescribeRouteTables'),
    group('NetworkAcl(?:Entry|Association)?', 'DescribeNetworkAcls'),
    group('FlowLogs', 'DescribeFlowLogs'),
    group('SubnetAttribute', 'DescribeSubnets'),
    group('VpcAttribute', 'DescribeVpcs'),
    group('InternetGateway', 'DescribeInternetGateways'),
    group('VpcEndpointServicePermissions', 'DescribeVpcEndpointServiceConfigurations', 'DescribeVpcEndpointServicePermissions'),
    group('LaunchTemplate(?:Versions?)?', 'DescribeLaunchTemplates', 'DescribeLaunchTemplateVersions'),
    group('SnapshotAttribute', 'DescribeSnapshots', 'DescribeSnapshotAttribute'),
    group('ImageAttribute', 'DescribeImages'),
    group('EbsEncryptionByDefault', 'GetEbsEncryptionByDefault'),
    group('SnapshotBlockPublicAccess', 'GetSnapshotBlockPublicAccessState'),
    group('ImageBlockPublicAccess', 'GetImageBlockPublicAccessState'),
    group('SerialConsoleAccess', 'GetSerialConsoleAccessStatus'),
    group('InstanceMetadataDefaults', 'GetInstanceMetadataDefaults'),
    group('VpcBlockPublicAccess(?:Options|Exclusion)', 'DescribeVpcBlockPublicAccessOptions', 'DescribeVpcs'),
    group('ManagedPrefixList', 'DescribeManagedPrefixLists', 'GetManagedPrefixListEntries'),
  ],
  iam: [
    [/AccountPasswordPolicy$/, ['GetAccountPasswordPolicy']],
    [/AccountAlias$/, ['ListAccountAliases']],
    [/SAMLProvider$/, ['ListSAMLProviders', 'GetAccountSummary']],
    [/OpenIDConnectProvider/, ['ListOpenIDConnectProviders', 'GetOpenIDConnectProvider', 'GetAccountSummary']],
    [/ServerCertificate$/, ['ListServerCertificates', 'GetAccountSummary']],
    [/^(?:Enable|Disable)Organizations/, ['ListOrganizationsFeatures']],
    [
      /(?:Role|InstanceProfile|AssumeRolePolicy|RolePermissionsBoundary|RoleDescription)$/,
      ['GetAccountAuthorizationDetails', 'GetAccountSummary'],
    ],
    [
      /^(?:Attach|Detach|Put|Delete)(?:Role|Group|User)Policy$|^(?:Create|Delete)(?:Policy|PolicyVersion|Group)$|^SetDefaultPolicyVersion$|^(?:Add|Remove)User(?:To|From)Group$|^(?:Tag|Untag)(?:Role|Policy|InstanceProfile)$/,
      ['GetAccountAuthorizationDetails', 'GetAccountSummary'],
    ],
  ],
  // The account's own settings and what belongs to buckets come from one source.
  s3: [[/^(?:Put|Delete)AccountPublicAccessBlock$|AccessPoint|StorageLens|AccessGrant|^(?:Create|Update)Job/, []]],
  s3control: [
    [/AccountPublicAccessBlock$/, ['GetPublicAccessBlock']],
    [/MultiRegionAccessPoint/, ['ListMultiRegionAccessPoints']],
    [/Bucket|Object|^PutPublicAccessBlock|^DeletePublicAccessBlock/, []],
  ],
};

/** The older and the newer load balancers log under one name and two versions of the API. Source: as above. */
const VERSIONS: Readonly<Record<string, string>> = { elb: '2012-06-01', elbv2: '2015-12-01' };

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
  { sources: ['ec2'], events: /^(?:CopySnapshot|CopyImage)$/, service: 'ec2', everywhere: true },
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

/** Whether any service at all is asked what an event of this source can change. */
export function isKnownAwsSource(source: string): boolean {
  return source === TAGGING || isAwsEventSource(source) || KNOWN.has(source);
}

const KNOWN = new Set(EFFECTS.flatMap(({ sources }) => sources));

function narrowed({ name }: AuditEvent, id: string): Reach {
  return NARROW[id]?.find(([events]) => events.test(name))?.[1] ?? 'all';
}

function isOfVersion({ version }: AuditEvent, id: string): boolean {
  const own = VERSIONS[id];
  return own === undefined || version === undefined || version === own || !Object.values(VERSIONS).includes(version);
}

/** ARNs of the partitions say `es`, `elasticloadbalancing` like the sources; `cloudwatch` is the one that does not. */
function namesArnOf({ texts }: AuditEvent, source: string): boolean {
  const service = source === 'monitoring' ? 'cloudwatch' : source;
  return texts.values().some((text) => text.startsWith('arn:') && text.split(':')[2] === service);
}
