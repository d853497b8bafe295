/** Resources as AWS Config has them → the answers of the API that a collection would have got. What AWS Config has not stays unasked. */
import type { Json, JsonObject } from '../../live/index.ts';
import { isJsonObject, itemsAt, jsonAt, memberOf, textOf } from '../../live/index.ts';
import { inApiSpelling, objectInApiSpelling } from './api-spelling.ts';
import { bucketAnswers } from './config-bucket.ts';
import type { ConfigItem } from './config-item.ts';

export interface ConfigAnswer {
  /** `s3:ListBuckets` */
  readonly call: string;
  readonly request: JsonObject;
  readonly response?: Json;
  /** Instead of a response: the error code by which the API says that there is none. */
  readonly absent?: string;
}

/** What AWS Config does not record of a type, though the API tells: property of the projection → member by which one knows that it did. */
type Unrecorded = Readonly<Record<string, string>>;

export interface ConfigType {
  readonly answers: (item: ConfigItem) => readonly ConfigAnswer[];
  readonly unrecorded?: Unrecorded;
}

/** One element of a listing. */
function listed(call: string, list: string, also: (item: ConfigItem, thing: JsonObject) => readonly ConfigAnswer[] = () => []) {
  return (item: ConfigItem): readonly ConfigAnswer[] => {
    const thing = { ...objectInApiSpelling(item.configuration), ...(item.tags.length > 0 && { Tags: [...item.tags] }) };
    return [{ call, request: {}, response: { [list]: [thing] } }, ...also(item, thing)];
  };
}

/** The configuration has the id under its name, or the item has it. */
function identified(key: string, change: (thing: JsonObject) => JsonObject = (thing) => thing) {
  return (item: ConfigItem, call: string, list: string): readonly ConfigAnswer[] => {
    const thing = { [key]: item.id, ...objectInApiSpelling(item.configuration), Tags: [...item.tags] };
    return [{ call, request: {}, response: { [list]: [change(thing)] } }];
  };
}

function network(operation: string, list: string, key: string, change?: (thing: JsonObject) => JsonObject): ConfigType {
  return { answers: (item) => identified(key, change)(item, `ec2:${operation}`, list) };
}

/** Addresses stand under `ipv4Ranges`; `ipRanges` are the same as bare text. */
function withRanges(thing: JsonObject): JsonObject {
  const permissions = (key: string): readonly Json[] =>
    itemsAt(thing, key).map((permission) => {
      if (!isJsonObject(permission)) return permission;
      const named = itemsAt(permission, 'Ipv4Ranges');
      const bare = itemsAt(permission, 'IpRanges').map((range) => (typeof range === 'string' ? { CidrIp: range } : range));
      return { ...permission, IpRanges: named.length > 0 ? named : bare };
    });
  return { ...thing, IpPermissions: permissions('IpPermissions'), IpPermissionsEgress: permissions('IpPermissionsEgress') };
}

function withTagSet(thing: JsonObject): JsonObject {
  return { ...thing, TagSet: thing['Tags'] ?? [] };
}

const DETAILS = 'iam:GetAccountAuthorizationDetails';

/** Lists of texts come as `[{ value }]` at times. */
function texts(json: Json | undefined): readonly Json[] {
  return (Array.isArray(json) ? (json as readonly Json[]) : []).map((each) => textOf(each, 'Value') ?? each);
}

function keyAnswers(item: ConfigItem): readonly ConfigAnswer[] {
  const metadata = objectInApiSpelling(item.configuration);
  const KeyId = textOf(metadata, 'KeyId') ?? item.id;
  const rotation = memberOf(item.supplementary, 'KeyRotationStatus');
  const policy = memberOf(item.supplementary, 'Policy');
  return [
    { call: 'kms:DescribeKey', request: { KeyId }, response: { KeyMetadata: { KeyId, ...metadata } } },
    ...(rotation === undefined
      ? []
      : [{ call: 'kms:GetKeyRotationStatus', request: { KeyId }, response: { KeyRotationEnabled: String(rotation) === 'true' } }]),
    ...(policy === undefined
      ? []
      : [{ call: 'kms:GetKeyPolicy', request: { KeyId, PolicyName: 'default' }, response: { Policy: policyText(policy) } }]),
    { call: 'kms:ListResourceTags', request: { KeyId }, response: { Tags: [...item.tags] } },
  ];
}

function policyText(policy: Json): Json {
  return typeof policy === 'string' ? policy : JSON.stringify(policy);
}

function functionAnswers(item: ConfigItem, thing: JsonObject): readonly ConfigAnswer[] {
  const FunctionName = textOf(thing, 'FunctionName') ?? item.id;
  const { Concurrency, Policy } = item.supplementary;
  return [
    ...(Concurrency === undefined
      ? []
      : [
          {
            call: 'lambda:GetFunctionConcurrency',
            request: { FunctionName },
            response: isJsonObject(Concurrency) ? objectInApiSpelling(Concurrency) : {},
          },
        ]),
    ...(Policy === undefined || Policy === null
      ? []
      : [{ call: 'lambda:GetPolicy', request: { FunctionName }, response: { Policy: policyText(Policy) } }]),
    {
      call: 'lambda:ListTags',
      request: { Resource: textOf(thing, 'FunctionArn') ?? item.arn ?? '' },
      response: { Tags: Object.fromEntries(item.tags.map(({ Key, Value }) => [Key, Value])) },
    },
  ];
}

function tableAnswers(item: ConfigItem): readonly ConfigAnswer[] {
  const Table = objectInApiSpelling(item.configuration);
  const TableName = textOf(Table, 'TableName') ?? item.id;
  const backups = memberOf(item.supplementary, 'ContinuousBackupsDescription');
  return [
    { call: 'dynamodb:ListTables', request: {}, response: { TableNames: [TableName] } },
    { call: 'dynamodb:DescribeTable', request: { TableName }, response: { Table } },
    ...(backups === undefined
      ? []
      : [
          {
            call: 'dynamodb:DescribeContinuousBackups',
            request: { TableName },
            response: { ContinuousBackupsDescription: inApiSpelling(backups) },
          },
        ]),
    { call: 'dynamodb:ListTagsOfResource', request: { ResourceArn: item.arn ?? '' }, response: { Tags: [...item.tags] } },
  ];
}

function trailAnswers(item: ConfigItem, thing: JsonObject): readonly ConfigAnswer[] {
  const arn = textOf(thing, 'TrailARN') ?? item.arn ?? '';
  const response = { ResourceTagList: [{ ResourceId: arn, TagsList: [...item.tags] }] };
  return [{ call: 'cloudtrail:ListTags', request: { ResourceIdList: [arn] }, response }];
}

function balancerAnswers(item: ConfigItem): readonly ConfigAnswer[] {
  const thing = objectInApiSpelling(item.configuration);
  const arn = textOf(thing, 'LoadBalancerArn') ?? item.arn ?? '';
  const attributes = memberOf(item.supplementary, 'LoadBalancerAttributes');
  return [
    {
      call: 'elbv2:DescribeLoadBalancers',
      request: {},
      response: { LoadBalancers: [{ ...thing, SecurityGroups: texts(thing['SecurityGroups']) }] },
    },
    ...(Array.isArray(attributes)
      ? [
          {
            call: 'elbv2:DescribeLoadBalancerAttributes',
            request: { LoadBalancerArn: arn },
            response: { Attributes: inApiSpelling(attributes) },
          },
        ]
      : []),
    { call: 'elbv2:DescribeTags', request: {}, response: { TagDescriptions: [{ ResourceArn: arn, Tags: [...item.tags] }] } },
  ];
}

function topicAnswers(item: ConfigItem): readonly ConfigAnswer[] {
  const TopicArn = textOf(item.configuration, 'TopicArn') ?? item.arn ?? item.id;
  return [
    { call: 'sns:ListTopics', request: {}, response: { Topics: [{ TopicArn }] } },
    { call: 'sns:GetTopicAttributes', request: { TopicArn }, response: { Attributes: policyAsText(item.configuration) } },
    { call: 'sns:ListTagsForResource', request: { ResourceArn: TopicArn }, response: { Tags: [...item.tags] } },
  ];
}

function policyAsText(attributes: JsonObject): JsonObject {
  const { Policy } = attributes;
  return isJsonObject(Policy) ? { ...attributes, Policy: JSON.stringify(Policy) } : attributes;
}

/** Databases have their tags under a name of their own. */
function database(call: string, list: string, unrecorded: Unrecorded): ConfigType {
  const answers = (item: ConfigItem): readonly ConfigAnswer[] => [
    { call, request: {}, response: { [list]: [{ ...objectInApiSpelling(item.configuration), TagList: [...item.tags] }] } },
  ];
  return { answers, unrecorded };
}

/** Switches are always in the API's answer; an item without one is older than it. */
const NOT_IN_OLD_ITEMS: Unrecorded = {
  StorageEncrypted: 'storageEncrypted',
  BackupRetentionPeriod: 'backupRetentionPeriod',
  DeletionProtection: 'deletionProtection',
  EnableIAMDatabaseAuthentication: 'iAMDatabaseAuthenticationEnabled',
  CopyTagsToSnapshot: 'copyTagsToSnapshot',
};

/** Types of AWS Config whose configuration is the answer of an API that we read. */
export const configTypes: ReadonlyMap<string, ConfigType> = new Map<string, ConfigType>([
  [
    'AWS::EC2::Instance',
    {
      answers: (item) => {
        const Instances = [{ ...objectInApiSpelling(item.configuration), Tags: [...item.tags] }];
        return [{ call: 'ec2:DescribeInstances', request: {}, response: { Reservations: [{ Instances }] } }];
      },
      unrecorded: { MetadataOptions: 'metadataOptions' },
    },
  ],
  ['AWS::EC2::Volume', network('DescribeVolumes', 'Volumes', 'VolumeId')],
  ['AWS::EC2::VPC', network('DescribeVpcs', 'Vpcs', 'VpcId')],
  ['AWS::EC2::Subnet', network('DescribeSubnets', 'Subnets', 'SubnetId')],
  ['AWS::EC2::RouteTable', network('DescribeRouteTables', 'RouteTables', 'RouteTableId')],
  ['AWS::EC2::InternetGateway', network('DescribeInternetGateways', 'InternetGateways', 'InternetGatewayId')],
  ['AWS::EC2::SecurityGroup', network('DescribeSecurityGroups', 'SecurityGroups', 'GroupId', withRanges)],
  ['AWS::EC2::NetworkAcl', network('DescribeNetworkAcls', 'NetworkAcls', 'NetworkAclId')],
  ['AWS::EC2::NetworkInterface', network('DescribeNetworkInterfaces', 'NetworkInterfaces', 'NetworkInterfaceId', withTagSet)],
  ['AWS::EC2::EIP', network('DescribeAddresses', 'Addresses', 'AllocationId')],
  ['AWS::EC2::VPCEndpoint', network('DescribeVpcEndpoints', 'VpcEndpoints', 'VpcEndpointId')],
  [
    'AWS::EC2::FlowLog',
    {
      ...network('DescribeFlowLogs', 'FlowLogs', 'FlowLogId'),
      unrecorded: { FlowLogStatus: 'flowLogStatus', DeliverLogsStatus: 'deliverLogsStatus' },
    },
  ],
  ['AWS::S3::Bucket', { answers: bucketAnswers }],
  [
    'AWS::S3::AccountPublicAccessBlock',
    {
      answers: (item) => [
        {
          call: 's3control:GetPublicAccessBlock',
          request: { AccountId: item.account },
          response: { PublicAccessBlockConfiguration: inApiSpelling(item.configuration) },
        },
      ],
    },
  ],
  ['AWS::IAM::User', { answers: listed(DETAILS, 'UserDetailList'), unrecorded: { PermissionsBoundary: 'permissionsBoundary' } }],
  ['AWS::IAM::Group', { answers: listed(DETAILS, 'GroupDetailList') }],
  ['AWS::IAM::Role', { answers: listed(DETAILS, 'RoleDetailList'), unrecorded: { UnusedDays: 'roleLastUsed' } }],
  [
    'AWS::IAM::Policy',
    { answers: listed(DETAILS, 'Policies'), unrecorded: { PermissionsBoundaryUsageCount: 'permissionsBoundaryUsageCount' } },
  ],
  [
    'AWS::RDS::DBInstance',
    database('rds:DescribeDBInstances', 'DBInstances', {
      ...NOT_IN_OLD_ITEMS,
      PubliclyAccessible: 'publiclyAccessible',
      AutoMinorVersionUpgrade: 'autoMinorVersionUpgrade',
      MultiAZ: 'multiAZ',
      CACertificateIdentifier: 'cACertificateIdentifier',
      MonitoringInterval: 'monitoringInterval',
      EnablePerformanceInsights: 'performanceInsightsEnabled',
    }),
  ],
  ['AWS::RDS::DBCluster', database('rds:DescribeDBClusters', 'DBClusters', { ...NOT_IN_OLD_ITEMS, BacktrackWindow: 'backtrackWindow' })],
  [
    'AWS::Lambda::Function',
    { answers: listed('lambda:ListFunctions', 'Functions', functionAnswers), unrecorded: { Environment: 'environment' } },
  ],
  ['AWS::KMS::Key', { answers: keyAnswers, unrecorded: { MultiRegion: 'multiRegion' } }],
  ['AWS::KMS::Alias', { answers: listed('kms:ListAliases', 'Aliases') }],
  ['AWS::CloudTrail::Trail', { answers: listed('cloudtrail:DescribeTrails', 'trailList', trailAnswers) }],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', { answers: balancerAnswers }],
  ['AWS::DynamoDB::Table', { answers: tableAnswers, unrecorded: { DeletionProtectionEnabled: 'deletionProtectionEnabled' } }],
  ['AWS::SNS::Topic', { answers: topicAnswers }],
  ['AWS::Redshift::Cluster', { answers: listed('redshift:DescribeClusters', 'Clusters') }],
]);

/** What an item says nothing of, by the projected property. */
export function unrecordedOf({ type, configuration }: ConfigItem): readonly string[] {
  const { unrecorded = {} } = configTypes.get(type) ?? {};
  const members = new Set(Object.keys(configuration).map((key) => key.toLowerCase()));
  return Object.entries(unrecorded).flatMap(([property, member]) =>
    members.has(member.toLowerCase()) && jsonAt(configuration, member) !== null ? [] : [property],
  );
}
