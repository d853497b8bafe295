/** What projections look up is what was asked: a request that differs by one member leaves everything unknown. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeclaredResource, Json, JsonObject, RecordedCall, Value } from '@kumomori/model';
import { declareLive, itemsAt, liveSources } from '@kumomori/model';
import type { AwsCall, AwsCallScope, AwsService } from './service.ts';
import { awsServices } from './services.generated.ts';

const arn = (service: string, rest: string): string => `arn:aws:${service}:us-east-1:123456789012:${rest}`;
const named = (name: string, at: string): JsonObject => ({ [name]: 'one', [at]: arn('x', 'one') });

/** What listings answer, so that there is something to ask about. */
const answers: Readonly<Record<string, JsonObject>> = {
  'rds:DescribeDBInstances': { DBInstances: [{ ...named('DBInstanceIdentifier', 'DBInstanceArn'), Engine: 'mysql' }] },
  'rds:DescribeDBClusters': { DBClusters: [{ ...named('DBClusterIdentifier', 'DBClusterArn'), Engine: 'docdb' }] },
  'rds:DescribeDBSnapshots': { DBSnapshots: [{ ...named('DBSnapshotIdentifier', 'DBSnapshotArn'), Encrypted: false }] },
  'rds:DescribeDBClusterSnapshots': {
    DBClusterSnapshots: ['docdb', 'neptune', 'aurora-mysql'].map((Engine) => ({ DBClusterSnapshotIdentifier: Engine, Engine })),
  },
  'rds:DescribeDBParameterGroups': {
    DBParameterGroups: [
      { ...named('DBParameterGroupName', 'DBParameterGroupArn'), DBParameterGroupFamily: 'mysql8.0' },
      { DBParameterGroupName: 'default.mysql8.0', DBParameterGroupFamily: 'mysql8.0' },
    ],
  },
  'rds:DescribeDBClusterParameterGroups': {
    DBClusterParameterGroups: ['docdb5.0', 'aurora-mysql8.0'].map((family) => ({
      DBClusterParameterGroupName: family,
      DBClusterParameterGroupArn: arn('rds', `cluster-pg:${family}`),
      DBParameterGroupFamily: family,
    })),
  },
  'rds:DescribeEventSubscriptions': { EventSubscriptionsList: [named('CustSubscriptionId', 'EventSubscriptionArn')] },
  'rds:DescribeDBProxies': { DBProxies: [named('DBProxyName', 'DBProxyArn')] },
  'dynamodb:ListTables': { TableNames: ['orders'] },
  'dax:DescribeClusters': { Clusters: [named('ClusterName', 'ClusterArn')] },
  'redshift:DescribeClusters': { Clusters: [{ ClusterIdentifier: 'one' }] },
  'redshift:DescribeClusterParameterGroups': { ParameterGroups: [{ ParameterGroupName: 'one' }] },
  'redshift-serverless:ListNamespaces': { namespaces: [named('namespaceName', 'namespaceArn')] },
  'redshift-serverless:ListWorkgroups': { workgroups: [named('workgroupName', 'workgroupArn')] },
  'elasticache:DescribeCacheClusters': {
    CacheClusters: [
      named('CacheClusterId', 'ARN'),
      { CacheClusterId: 'member', ARN: arn('elasticache', 'member'), ReplicationGroupId: 'one' },
    ],
  },
  'elasticache:DescribeReplicationGroups': { ReplicationGroups: [{ ...named('ReplicationGroupId', 'ARN'), MemberClusters: ['member'] }] },
  'elasticache:DescribeUsers': { Users: [named('UserId', 'ARN'), { UserId: 'default', UserGroupIds: ['all'] }] },
  'memorydb:DescribeClusters': { Clusters: [named('Name', 'ARN')] },
  'opensearch:ListDomainNames': { DomainNames: [{ DomainName: 'one' }] },
  'opensearch:DescribeDomains': { DomainStatusList: [{ DomainName: 'one' }] },
  'efs:DescribeFileSystems': { FileSystems: [named('FileSystemId', 'FileSystemArn')] },
  'dms:DescribeEndpoints': { Endpoints: [named('EndpointIdentifier', 'EndpointArn')] },
  'dms:DescribeReplicationInstances': { ReplicationInstances: [named('ReplicationInstanceIdentifier', 'ReplicationInstanceArn')] },
  'dms:DescribeReplicationTasks': { ReplicationTasks: [named('ReplicationTaskIdentifier', 'ReplicationTaskArn')] },
  'kinesis:ListStreams': { StreamNames: ['clicks'] },
  'firehose:ListDeliveryStreams': { DeliveryStreamNames: ['logs'] },
  'kafka:ListClustersV2': { ClusterInfoList: [{ ...named('ClusterName', 'ClusterArn'), Provisioned: {} }] },
  'mq:ListBrokers': { BrokerSummaries: [named('BrokerId', 'BrokerArn')] },
  'sqs:ListQueues': { QueueUrls: ['https://sqs.us-east-1.amazonaws.com/123456789012/orders'] },
  'sns:ListTopics': { Topics: [{ TopicArn: arn('sns', 'orders') }] },
  'athena:ListWorkGroups': { WorkGroups: [{ Name: 'reports' }] },
  'glue:GetJobs': { Jobs: [{ Name: 'etl' }] },
  'glue:GetCrawlers': { Crawlers: [{ Name: 'etl' }] },
  'glue:GetDevEndpoints': { DevEndpoints: [{ EndpointName: 'try' }] },
  'emr:ListClusters': { Clusters: [{ Id: 'j-1' }] },
  'emr:ListSecurityConfigurations': { SecurityConfigurations: [{ Name: 'safe' }] },
  's3:ListBuckets': { Buckets: [{ Name: 'orders-bucket' }] },
  's3accesspoints:ListAccessPoints': { AccessPointList: [{ Name: 'reports', Bucket: 'orders-bucket' }] },
  'datasync:ListLocations': {
    Locations: [{ LocationArn: arn('datasync', 'location/1'), LocationUri: 'object-storage://storage.example.com/orders' }],
  },
  'storagegateway:ListFileShares': {
    FileShareInfoList: ['NFS', 'SMB'].map((kind) => ({ FileShareARN: arn('storagegateway', kind), FileShareType: kind })),
  },
  'storagegateway:DescribeNFSFileShares': { NFSFileShareInfoList: [{ FileShareARN: arn('storagegateway', 'NFS') }] },
  'storagegateway:DescribeSMBFileShares': { SMBFileShareInfoList: [{ FileShareARN: arn('storagegateway', 'SMB') }] },
  'transfer:ListServers': { Servers: [named('ServerId', 'Arn')] },
  'kms:ListKeys': { Keys: [{ KeyId: 'k-1' }] },
  'kms:DescribeKey': { KeyMetadata: { KeyId: 'k-1', Arn: arn('kms', 'key/k-1'), KeyManager: 'CUSTOMER', KeySpec: 'SYMMETRIC_DEFAULT' } },
  'organizations:DescribeOrganization': { Organization: { Id: 'o-1', Arn: arn('organizations', 'o-1'), MasterAccountId: '123456789012' } },
  'organizations:ListRoots': { Roots: [{ Id: 'r-1', Arn: arn('organizations', 'root/r-1') }] },
  'organizations:ListPolicies': { Policies: [{ Id: 'p-1', Arn: arn('organizations', 'p-1'), Type: 'SERVICE_CONTROL_POLICY' }] },
  'organizations:ListTargetsForPolicy': { Targets: [{ TargetId: 'r-1', Type: 'ROOT' }] },
  'organizations:ListAccountsForParent': { Accounts: [{ Id: '123456789012', Arn: arn('organizations', 'account/1') }] },
  'organizations:ListOrganizationalUnitsForParent': { OrganizationalUnits: [{ Id: 'ou-1', Arn: arn('organizations', 'ou/1') }] },
  'sso:ListInstances': { Instances: [{ InstanceArn: 'arn:aws:sso:::instance/ssoins-1' }] },
  'sso:ListPermissionSets': { PermissionSets: ['arn:aws:sso:::permissionSet/ssoins-1/ps-1'] },
  'sso:DescribePermissionSet': { PermissionSet: { Name: 'read', PermissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1' } },
  'sso:ListAccountsForProvisionedPermissionSet': { AccountIds: ['123456789012'] },
  'eks:ListClusters': { clusters: ['orders'] },
  'eks:ListNodegroups': { nodegroups: ['workers'] },
  'eks:ListAccessEntries': { accessEntries: ['arn:aws:iam::123456789012:role/deploy'] },
  'eks:DescribeAccessEntry': { accessEntry: { accessEntryArn: arn('eks', 'access-entry/orders/role/deploy') } },
  'eks:ListPodIdentityAssociations': { associations: [{ associationId: 'a-1' }] },
  'eks:DescribePodIdentityAssociation': { association: { associationId: 'a-1', associationArn: arn('eks', 'podidentity/a-1') } },
  'elbv2:DescribeLoadBalancers': { LoadBalancers: [named('LoadBalancerName', 'LoadBalancerArn')] },
  'elbv2:DescribeListeners': { Listeners: [{ ListenerArn: arn('elasticloadbalancing', 'listener/1') }] },
  'elbv2:DescribeRules': { Rules: [{ RuleArn: arn('elasticloadbalancing', 'rule/1') }] },
  'elbv2:DescribeTargetGroups': { TargetGroups: [named('TargetGroupName', 'TargetGroupArn')] },
  'lambda:ListFunctions': { Functions: [named('FunctionName', 'FunctionArn')] },
  'lambda:ListEventSourceMappings': { EventSourceMappings: [{ UUID: 'u-1', FunctionArn: arn('lambda', 'function:one') }] },
  'cognito-identity:ListIdentityPools': { IdentityPools: [{ IdentityPoolId: 'us-east-1:pool', IdentityPoolName: 'visitors' }] },
};
const asked = new Set([...Object.keys(answers).map((call) => call.split(':')[0] ?? ''), 'kms', 's3control', 'fsx']);

/** Every call that a service's definition makes, answered. */
function answered(service: AwsService): readonly RecordedCall[] {
  const region = service.scope === 'global' ? 'global' : 'us-east-1';
  const scope: AwsCallScope = { account: '123456789012', region, partition: 'aws', above: [] };
  const run = (calls: readonly AwsCall[], item: Json, above: readonly Json[] = []): readonly RecordedCall[] =>
    calls.flatMap(({ operation, input, each }) => {
      const request = typeof input === 'function' ? input(item, { ...scope, above }) : (input ?? {});
      if (request === null) return [];
      const call = `${service.id}:${operation}`;
      const response = answers[call] ?? {};
      const items = each ? itemsAt(response, each.items) : [];
      const deeper = (each?.calls ?? []).flatMap((next) =>
        next.batch === undefined ? items.flatMap((one) => run([next], one, [item, ...above])) : run([next], items, [item, ...above]),
      );
      const range = { source: { path: call, text: '', firstLine: 1 }, start: 0, end: 0 };
      const place = { provider: 'aws', account: scope.account, region, service: service.id, operation } as const;
      return [{ place, record: { request, at: '2026-07-01T00:00:00Z', response }, range }, ...deeper];
    });
  return run(service.calls, null);
}

function gaps(value: Value): readonly string[] {
  if (value.kind === 'unknown') return [value.reason.detail];
  if (value.kind === 'map') return [...value.entries.values(), ...(value.rest ? [value.rest] : [])].flatMap(gaps);
  return value.kind === 'list' ? [...value.items, ...(value.rest ? [value.rest] : [])].flatMap(gaps) : [];
}

function lacks({ type, block }: DeclaredResource): readonly string[] {
  return [...block.attributes].flatMap(([key, { value }]) =>
    gaps(value)
      .filter((detail) => detail.endsWith('was not called'))
      .map((detail) => `${type} ${key}: ${detail}`),
  );
}

test('services that keep and move data are asked all that is looked up', () => {
  const records = awsServices.filter(({ id }) => asked.has(id)).flatMap(answered);
  const calls = {
    account: '123456789012',
    partition: 'aws',
    of: (service: string, operation: string) => records.filter(({ place }) => place.service === service && place.operation === operation),
  };
  const sources = liveSources.aws.filter(({ call }) => asked.has(call.split(':')[0] ?? ''));
  const { resources, incomplete } = declareLive(calls, sources);
  assert.ok(resources.length > 40, `${resources.length} things are told of`);
  assert.deepEqual([...incomplete.keys()], []);
  assert.deepEqual(resources.flatMap(lacks), []);
});
