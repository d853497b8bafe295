/** Databases and other services in subnets, and what is reached by a name of its own. Sources: hashicorp/aws and CloudFormation documentation, read 2026-11-22. */
import type { EntityReader } from '../entity.ts';
import type { AwsFront, AwsInterface, NetworkEntity } from '../network.ts';
import type { Known } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import { awsApiReaders } from './network-apis.ts';
import { interfaceOf } from './network-compute.ts';
import type { Reading } from './network-words.ts';
import { NONE, allTexts, asTexts, flagAt, numberAt, reader, textAt, textsAt } from './network-words.ts';

interface DatabaseWords {
  readonly kind: string;
  readonly types: readonly string[];
  /** Pairs of Terraform's and CloudFormation's word. */
  readonly subnetGroup: readonly [string, string];
  readonly groups: readonly [string, string];
  readonly port: number | null;
}

const DATABASES: readonly DatabaseWords[] = [
  {
    kind: 'rds',
    types: ['aws_db_instance', 'aws_rds_cluster', 'aws_rds_cluster_instance', 'AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
    subnetGroup: ['db_subnet_group_name', 'DBSubnetGroupName'],
    groups: ['vpc_security_group_ids', 'VPCSecurityGroups'],
    port: null,
  },
  {
    kind: 'redshift',
    types: ['aws_redshift_cluster', 'AWS::Redshift::Cluster'],
    subnetGroup: ['cluster_subnet_group_name', 'ClusterSubnetGroupName'],
    groups: ['vpc_security_group_ids', 'VpcSecurityGroupIds'],
    port: 5439,
  },
  {
    kind: 'elasticache',
    types: [
      ...['aws_elasticache_cluster', 'aws_elasticache_replication_group'],
      ...['AWS::ElastiCache::CacheCluster', 'AWS::ElastiCache::ReplicationGroup'],
    ],
    subnetGroup: ['subnet_group_name', 'CacheSubnetGroupName'],
    groups: ['security_group_ids', 'VpcSecurityGroupIds'],
    port: 6379,
  },
  {
    kind: 'documentdb',
    types: ['aws_docdb_cluster', 'AWS::DocDB::DBCluster'],
    subnetGroup: ['db_subnet_group_name', 'DBSubnetGroupName'],
    groups: ['vpc_security_group_ids', 'VpcSecurityGroupIds'],
    port: 27_017,
  },
  {
    kind: 'neptune',
    types: ['aws_neptune_cluster', 'AWS::Neptune::DBCluster'],
    subnetGroup: ['neptune_subnet_group_name', 'DBSubnetGroupName'],
    groups: ['vpc_security_group_ids', 'VpcSecurityGroupIds'],
    port: 8182,
  },
];

/** Default ports by engine (Amazon RDS User Guide, read 2026-11-22). */
const PORTS: readonly (readonly [RegExp, number])[] = [
  [/postgres/, 5432],
  [/oracle/, 1521],
  [/sqlserver/, 1433],
  [/db2/, 50_000],
  [/mysql|mariadb|aurora/, 3306],
];

function databasePort({ block, at }: Reading, fixed: number | null): AwsInterface['listens'] {
  const written = numberAt(block, at('port', 'Port'));
  const engine = textAt(block, at('engine', 'Engine'));
  const byEngine = typeof engine === 'string' ? PORTS.find(([names]) => names.test(engine))?.[1] : undefined;
  const port = isUndecided(written) ? undefined : (written ?? fixed ?? byEngine);
  return port === undefined ? [] : [{ protocol: 'tcp', from: port, to: port, place: block.place.range }];
}

const databases = DATABASES.map(({ kind, types, subnetGroup, groups, port }) =>
  reader(types, (reading) => {
    const { block, context, at } = reading;
    const isTemplate = at('', 'x') === 'x';
    const written = textAt(block, at('publicly_accessible', 'PubliclyAccessible'));
    const hasOwnFlag = kind === 'redshift' || context.declared.type.endsWith('nstance');
    // Left open in a template, the database is public when its VPC has an internet gateway (CreateDBInstance, PubliclyAccessible).
    const open = { undecided: { code: 'computed', detail: 'PubliclyAccessible is not written, so that the VPC decides' } } as const;
    const otherwise: Known<boolean> = kind === 'rds' && hasOwnFlag && isTemplate && !context.isLive ? open : false;
    const subnets = textsAt(block, at('', 'SubnetIds'));
    return interfaceOf(reading, {
      interfaceKind: kind,
      subnets,
      subnetGroup: subnets.items.length > 0 ? undefined : textAt(block, at(...subnetGroup)),
      groups: allTexts(textsAt(block, at(...groups)), textsAt(block, at('', 'VpcSecurityGroupIds'))),
      publicIpv4: !hasOwnFlag ? false : written === undefined ? otherwise : isUndecided(written) ? written : /^(?:true|1)$/i.test(written),
      listens: databasePort(reading, port),
      ipv6: false,
      template: hasOwnFlag ? textAt(block, at('cluster_identifier', 'DBClusterIdentifier')) : undefined,
      withoutSubnet: 'subnet-group',
    });
  }),
);

const SUBNET_GROUPS = [
  ...['aws_db_subnet_group', 'aws_redshift_subnet_group', 'aws_elasticache_subnet_group', 'aws_docdb_subnet_group'],
  ...['aws_neptune_subnet_group', 'AWS::RDS::DBSubnetGroup', 'AWS::Redshift::ClusterSubnetGroup', 'AWS::ElastiCache::SubnetGroup'],
  ...['AWS::DocDB::DBSubnetGroup', 'AWS::Neptune::DBSubnetGroup'],
];
const subnetGroup = reader(SUBNET_GROUPS, ({ block, context, at }) => ({
  ...context.base,
  kind: 'aws.subnet-group',
  subnets: textsAt(block, at('subnet_ids', 'SubnetIds')),
}));

const kafka = reader(['aws_msk_cluster', 'AWS::MSK::Cluster'], (reading) => {
  const { block, at } = reading;
  const nodes = block.block(at('broker_node_group_info', 'BrokerNodeGroupInfo'));
  const access = nodes.block(at('connectivity_info', 'ConnectivityInfo')).block(at('public_access', 'PublicAccess'));
  const type = textAt(access, at('type', 'Type'));
  return interfaceOf(reading, {
    interfaceKind: 'msk',
    subnets: textsAt(nodes, at('client_subnets', 'ClientSubnets')),
    groups: textsAt(nodes, at('security_groups', 'SecurityGroups')),
    publicIpv4: type === undefined ? false : isUndecided(type) ? type : type !== 'DISABLED',
    ipv6: false,
  });
});

function front({ context }: Reading, of: Partial<AwsFront> & Pick<AwsFront, 'frontKind' | 'isPublic'>): AwsFront {
  return {
    ...context.base,
    kind: 'aws.front',
    owner: undefined,
    allowed: null,
    ports: [{ from: 443, to: 443 }],
    targets: NONE,
    login: undefined,
    shields: NONE,
    ...of,
  };
}

const SEARCH = ['aws_opensearch_domain', 'aws_elasticsearch_domain', 'AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'];
const search = reader(SEARCH, (reading) => {
  const { block, at } = reading;
  const vpc = block.block(at('vpc_options', 'VPCOptions'));
  const subnets = textsAt(vpc, at('subnet_ids', 'SubnetIds'));
  const groups = textsAt(vpc, at('security_group_ids', 'SecurityGroupIds'));
  const listens = [{ protocol: 'tcp', from: 443, to: 443, place: null }];
  if (subnets.items.length > 0) return interfaceOf(reading, { interfaceKind: 'opensearch', subnets, groups, listens, ipv6: false });
  const isPublic = subnets.rest ? { undecided: subnets.rest } : true;
  return front(reading, { frontKind: 'opensearch', isPublic, login: 'policy' });
});

const eks = reader(['aws_eks_cluster', 'AWS::EKS::Cluster'], (reading) => {
  const { block, at } = reading;
  const vpc = block.block(at('vpc_config', 'ResourcesVpcConfig'));
  const cidrs = textsAt(vpc, at('public_access_cidrs', 'PublicAccessCidrs'));
  return front(reading, {
    frontKind: 'eks.endpoint',
    isPublic: flagAt(vpc, at('endpoint_public_access', 'EndpointPublicAccess'), true),
    allowed: cidrs.items.length > 0 || cidrs.rest ? cidrs : null,
    login: 'iam',
  });
});

const functionUrl = reader(['aws_lambda_function_url', 'AWS::Lambda::Url'], (reading) => {
  const { block, at } = reading;
  const owner = textAt(block, at('function_name', 'TargetFunctionArn'));
  const type = textAt(block, at('authorization_type', 'AuthType'));
  return front(reading, {
    frontKind: 'lambda.url',
    isPublic: true,
    owner,
    targets: asTexts(owner),
    login: isUndecided(type) ? type : type === 'NONE' ? 'none' : 'iam',
  });
});

const restApi = reader(['aws_api_gateway_rest_api', 'AWS::ApiGateway::RestApi'], (reading) => {
  const { block, at } = reading;
  const types = textsAt(block.block(at('endpoint_configuration', 'EndpointConfiguration')), at('types', 'Types'));
  const isPrivate = types.items.some((each) => each.toUpperCase() === 'PRIVATE');
  return front(reading, { frontKind: 'apigateway.rest', isPublic: types.rest ? { undecided: types.rest } : !isPrivate });
});

const httpApi = reader(['aws_apigatewayv2_api', 'AWS::ApiGatewayV2::Api'], (reading) =>
  front(reading, { frontKind: 'apigateway.http', isPublic: true, targets: asTexts(textAt(reading.block, reading.at('target', 'Target'))) }),
);

const distribution = reader(['aws_cloudfront_distribution', 'AWS::CloudFront::Distribution'], (reading) => {
  const { block, at } = reading;
  const config = at('x', '') === 'x' ? block : block.block('DistributionConfig');
  const origins = config.blocks(at('origin', 'Origins')).readers;
  return front(reading, {
    frontKind: 'cloudfront',
    isPublic: flagAt(config, at('enabled', 'Enabled'), true),
    ports: [
      { from: 80, to: 80 },
      { from: 443, to: 443 },
    ],
    targets: allTexts(
      ...origins.map((each) => asTexts(textAt(each, at('domain_name', 'DomainName')))),
      ...origins.map((each) => asTexts(textAt(each.block(at('vpc_origin_config', 'VpcOriginConfig')), at('vpc_origin_id', 'VpcOriginId')))),
    ),
    shields: asTexts(textAt(config, at('web_acl_id', 'WebACLId'))),
  });
});

const endpoints = reader(['aws_globalaccelerator_endpoint_group', 'AWS::GlobalAccelerator::EndpointGroup'], (reading) => {
  const { block, at } = reading;
  const configured = block.blocks(at('endpoint_configuration', 'EndpointConfigurations')).readers;
  return front(reading, {
    frontKind: 'globalaccelerator',
    isPublic: true,
    ports: [{ from: 0, to: 65_535 }],
    targets: allTexts(...configured.map((each) => asTexts(textAt(each, at('endpoint_id', 'EndpointId'))))),
  });
});

const appRunner = reader(['aws_apprunner_service', 'AWS::AppRunner::Service'], (reading) => {
  const { block, at } = reading;
  const network = block.block(at('network_configuration', 'NetworkConfiguration'));
  const ingress = network.block(at('ingress_configuration', 'IngressConfiguration'));
  return front(reading, {
    frontKind: 'apprunner',
    isPublic: flagAt(ingress, at('is_publicly_accessible', 'IsPubliclyAccessible'), true),
    login: 'none',
  });
});

const SHIELDS = [
  ...['aws_wafv2_web_acl_association', 'aws_wafregional_web_acl_association', 'AWS::WAFv2::WebACLAssociation'],
  ...['aws_shield_protection', 'AWS::Shield::Protection'],
];
const shield = reader(SHIELDS, ({ block, context, at }) => ({
  ...context.base,
  kind: 'aws.shield',
  shieldKind: /shield/i.test(context.declared.type) ? 'shield' : 'waf',
  protects: textAt(block, at('resource_arn', 'ResourceArn')),
}));

export const awsFrontReaders: readonly EntityReader<NetworkEntity>[] = [
  ...[...databases, subnetGroup, kafka, search, eks, functionUrl],
  ...[restApi, httpApi, distribution, endpoints, appRunner, shield],
  ...awsApiReaders,
];
