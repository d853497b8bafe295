/**
 * How far an event reaches within its own service, as data: what is not said here is the wide answer, that any change of a service may change
 * all that is asked of it. Source: the API references of the services, read 2026-11-22.
 */
import type { AuditEvent } from './audit-event.ts';

/** Of its operations an event changes the answers of these only; `all`: nobody says which. */
export type Reach = readonly string[] | 'all';

/** Among operations: all that ask for no single thing. What is asked about each thing stays as it is. */
export const LISTINGS = '(listings)';

type Narrow = readonly [events: RegExp, reach: Reach];

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
      /^(?:Modify|Reset)InstanceAttribute$/,
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
    group(
      'TransitGateway\\w*',
      ...['DescribeTransitGateways', 'DescribeTransitGatewayAttachments', 'DescribeTransitGatewayRouteTables'],
      ...['GetTransitGatewayRouteTablePropagations', 'SearchTransitGatewayRoutes'],
    ),
    group('ManagedPrefixList', 'DescribeManagedPrefixLists', 'GetManagedPrefixListEntries'),
    [/^RestoreManagedPrefixListVersion$/, ['DescribeManagedPrefixLists', 'GetManagedPrefixListEntries']],
    // What is asked about single things is changed by the events above only.
    [/^/, [LISTINGS]],
  ],
  // So is what is asked about single snapshots, parameter groups, subscriptions and proxies by these.
  rds: [
    [/Snapshot|ParameterGroup|Tags|EventSubscription|Proxy/, 'all'],
    [/^/, [LISTINGS]],
  ],
  // Targets come and go with every deployment.
  elbv2: [[/^(?:Register|Deregister)Targets$/, ['DescribeTargetHealth']]],
  kms: [[/^(?:Create|Retire|Revoke)Grant$/, ['ListGrants']]],
  iam: [
    [/AccountPasswordPolicy$/, ['GetAccountPasswordPolicy']],
    [/AccountAlias$/, ['ListAccountAliases']],
    [/SAMLProvider$/, ['ListSAMLProviders', 'GetAccountSummary']],
    [/OpenIDConnectProvider/, ['ListOpenIDConnectProviders', 'GetOpenIDConnectProvider', 'GetAccountSummary']],
    [/ServerCertificate$/, ['ListServerCertificates', 'GetAccountSummary']],
    [/^(?:Create|Delete)VirtualMFADevice$/, ['ListVirtualMFADevices', 'GetAccountSummary']],
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
  ssm: [
    [
      /^UpdateInstanceInformation$|ManagedInstance|^PutComplianceItems$/,
      ['DescribeInstanceInformation', 'ListResourceComplianceSummaries'],
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

/** Events that are frequent and change nothing that is asked: uses of a key, streams of logs, tasks that run. By source. */
const QUIET: Readonly<Record<string, RegExp>> = {
  athena: /^(?:Start|Stop)QueryExecution$/,
  autoscaling: /^(?:CompleteLifecycleAction|RecordLifecycleActionHeartbeat)$/,
  codebuild: /^(?:Start|Stop|Retry|BatchDelete)Builds?(?:Batch)?$/,
  'cognito-idp':
    /^(?:SignUp|ConfirmSignUp|InitiateAuth|RespondToAuthChallenge|AdminInitiateAuth|AdminRespondToAuthChallenge|ForgotPassword|ConfirmForgotPassword|GlobalSignOut|RevokeToken|Admin(?:Create|Delete|Enable|Disable)User|Token_POST|Login_GET|Authorize_GET)$/,
  config: /^Put(?:External)?Evaluations?$/,
  ecr: /^(?:InitiateLayerUpload|UploadLayerPart|CompleteLayerUpload|PutImage|BatchDeleteImage|GetAuthorizationToken|PullThroughCacheImport|PolicyExecutionEvent)$/,
  ecs: /^(?:Submit\w+StateChanges?|RunTask|StartTask|StopTask|(?:Register|Deregister)ContainerInstance|UpdateContainerAgent)$/,
  glue: /^(?:StartJobRun|StartCrawler|StopCrawler|BatchStopJobRun|ResetJobBookmark|(?:Batch)?(?:Create|Update|Delete)(?:Partition|Table)\w*)$/,
  kms: /^(?:Encrypt|ReEncrypt|GenerateDataKey\w*|GenerateMac|Sign|Verify\w*)$/,
  logs: /^(?:(?:Create|Delete)LogStream|StartQuery|StopQuery|PutLogEvents|CreateExportTask|TestMetricFilter)$/,
  ssm: /^(?:SendCommand|CancelCommand|StartSession|TerminateSession|ResumeSession|OpenDataChannel|PutInventory|UpdateInstanceAssociationStatus|StartAutomationExecution)$/,
  states: /^(?:Start|Stop|Redrive)Execution$/,
};

/** The older and the newer load balancers log under one name and two versions of the API. Source: as above. */
const VERSIONS: Readonly<Record<string, string>> = { elb: '2012-06-01', elbv2: '2015-12-01' };

/** Of all that is asked of a service, what an event of its own can change. */
export function narrowed({ name }: AuditEvent, id: string): Reach {
  return NARROW[id]?.find(([events]) => events.test(name))?.[1] ?? 'all';
}

/** False for the other one of two services that log under one name. */
export function isOfVersion({ version }: AuditEvent, id: string): boolean {
  const own = VERSIONS[id];
  return own === undefined || version === undefined || version === own || !Object.values(VERSIONS).includes(version);
}

/** True for events that are frequent and change nothing that is asked. */
export function isQuiet({ source, name }: AuditEvent): boolean {
  return QUIET[source]?.test(name) ?? false;
}

/** What the table names, for the test that holds it to what is asked. */
export function narrowedOperations(): readonly { readonly service: string; readonly operation: string }[] {
  return Object.entries(NARROW).flatMap(([service, list]) =>
    list.flatMap(([, reach]) => (reach === 'all' ? [] : reach.map((operation) => ({ service, operation })))),
  );
}
