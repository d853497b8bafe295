/** Networks with answers: fronts. */
import type { ExposureCase } from './kit.ts';
import { resource, net, rule, group, vm, lb, listener, target, httpGroup, behind } from './kit.ts';

const dbGroup = resource('aws_db_subnet_group', 'db', 'name = "orders"', 'subnet_ids = [aws_subnet.public.id]');
const db = (...lines: readonly string[]): string =>
  resource(
    'aws_db_instance',
    'db',
    'engine = "postgres"',
    'db_subnet_group_name = aws_db_subnet_group.db.name',
    'vpc_security_group_ids = [aws_security_group.db.id]',
    ...lines,
  );
export const fronts: readonly ExposureCase[] = [
  {
    name: 'a public database',
    code: net + dbGroup + group('db', rule('5432', '0.0.0.0/0')) + db('publicly_accessible = true'),
    expect: { 'aws_db_instance.db': 'yes tcp/5432' },
  },
  {
    name: 'a private database',
    code: net + dbGroup + group('db', rule('5432', '0.0.0.0/0')) + db(),
    expect: { 'aws_db_instance.db': 'no, but: public address' },
  },
  {
    name: 'a public database on another port than the rule',
    code: net + dbGroup + group('db', rule('5432', '0.0.0.0/0')) + db('publicly_accessible = true', 'port = 5433'),
    expect: { 'aws_db_instance.db': 'no, but: security group' },
  },
  {
    name: 'a public database in private subnets',
    code: net + dbGroup.replace('public', 'private') + group('db', rule('5432', '0.0.0.0/0')) + db('publicly_accessible = true'),
    expect: { 'aws_db_instance.db': 'no, but: igw route' },
  },
  {
    name: 'a public instance of a cluster, with the cluster’s groups',
    code:
      net +
      dbGroup +
      group('db', rule('3306', '0.0.0.0/0')) +
      resource(
        'aws_rds_cluster',
        'c',
        'cluster_identifier = "orders"',
        'engine = "aurora-mysql"',
        'db_subnet_group_name = aws_db_subnet_group.db.name',
        'vpc_security_group_ids = [aws_security_group.db.id]',
      ) +
      resource(
        'aws_rds_cluster_instance',
        'i',
        'cluster_identifier = aws_rds_cluster.c.id',
        'engine = "aurora-mysql"',
        'publicly_accessible = true',
      ),
    expect: { 'aws_rds_cluster_instance.i': 'yes tcp/3306', 'aws_rds_cluster.c': 'no, but: public address' },
  },
  {
    name: 'a search domain without VPC',
    code: resource('aws_opensearch_domain', 'd', 'domain_name = "orders"'),
    expect: { 'aws_opensearch_domain.d': 'yes tcp/443' },
  },
  {
    name: 'a search domain in a VPC',
    code:
      net +
      group('s', rule('443', '0.0.0.0/0')) +
      resource(
        'aws_opensearch_domain',
        'd',
        'domain_name = "orders"',
        'vpc_options {\nsubnet_ids = [aws_subnet.private.id]\nsecurity_group_ids = [aws_security_group.s.id]\n}',
      ),
    expect: { 'aws_opensearch_domain.d': 'no' },
  },
  {
    name: 'a cluster endpoint, open by default',
    code: net + resource('aws_eks_cluster', 'k', 'name = "orders"', 'vpc_config {\nsubnet_ids = [aws_subnet.private.id]\n}'),
    expect: { 'aws_eks_cluster.k': 'yes tcp/443' },
  },
  {
    name: 'a cluster endpoint for an office',
    code:
      net +
      resource(
        'aws_eks_cluster',
        'k',
        'name = "orders"',
        'vpc_config {\nsubnet_ids = [aws_subnet.private.id]\npublic_access_cidrs = ["198.51.100.0/24"]\n}',
      ),
    expect: { 'aws_eks_cluster.k': 'no', '198.51.100.0/24 > aws_eks_cluster.k': 'yes tcp/443' },
  },
  {
    name: 'a private cluster endpoint',
    code:
      net +
      resource(
        'aws_eks_cluster',
        'k',
        'name = "orders"',
        'vpc_config {\nsubnet_ids = [aws_subnet.private.id]\nendpoint_public_access = false\n}',
      ),
    expect: { 'aws_eks_cluster.k': 'no, but: public endpoint' },
  },
  {
    name: 'a function URL',
    code:
      resource('aws_lambda_function', 'f', 'function_name = "orders"') +
      resource('aws_lambda_function_url', 'u', 'function_name = aws_lambda_function.f.function_name', 'authorization_type = "NONE"'),
    expect: { 'aws_lambda_function_url.u': 'yes tcp/443' },
  },
  {
    name: 'a private API',
    code: resource('aws_api_gateway_rest_api', 'a', 'name = "orders"', 'endpoint_configuration {\ntypes = ["PRIVATE"]\n}'),
    expect: { 'aws_api_gateway_rest_api.a': 'no, but: public endpoint' },
  },
  {
    name: 'a regional API',
    code: resource('aws_api_gateway_rest_api', 'a', 'name = "orders"', 'endpoint_configuration {\ntypes = ["REGIONAL"]\n}'),
    expect: { 'aws_api_gateway_rest_api.a': 'yes tcp/443' },
  },
  {
    name: 'a distribution before a load balancer that takes only from CloudFront',
    code: `data "aws_ec2_managed_prefix_list" "cf" {\n  name = "com.amazonaws.global.cloudfront.origin-facing"\n}\n${net}${group('http', rule('80', 'pl:data.aws_ec2_managed_prefix_list.cf.id'))}${behind}${lb('security_groups = [aws_security_group.http.id]')}${listener(80)}${target(8080)}${vm('app', 'private', 'behind')}${resource('aws_cloudfront_distribution', 'd', 'enabled = true', 'origin {\norigin_id = "lb"\ndomain_name = aws_lb.front.dns_name\n}')}`,
    expect: {
      'aws_cloudfront_distribution.d': 'yes tcp/80, tcp/443',
      'aws_lb.front': 'no, but: security group',
      'aws_cloudfront_distribution.d > aws_lb.front': 'yes tcp/80',
    },
  },
  {
    name: 'an accelerator before an internal load balancer',
    code:
      net +
      httpGroup +
      behind +
      lb('internal = true', 'security_groups = [aws_security_group.http.id]') +
      listener(80) +
      target(8080) +
      vm('app', 'private', 'behind') +
      resource(
        'aws_globalaccelerator_endpoint_group',
        'e',
        'listener_arn = "arn:aws:globalaccelerator::123456789012:accelerator/a/listener/b"',
        'endpoint_configuration {\nendpoint_id = aws_lb.front.arn\n}',
      ),
    expect: { 'aws_globalaccelerator_endpoint_group.e > aws_lb.front': 'yes tcp/80' },
  },
  {
    name: 'a public App Runner service',
    code: resource('aws_apprunner_service', 's', 'service_name = "orders"'),
    expect: { 'aws_apprunner_service.s': 'yes tcp/443' },
  },
  {
    name: 'a private App Runner service',
    code: resource(
      'aws_apprunner_service',
      's',
      'service_name = "orders"',
      'network_configuration {\ningress_configuration {\nis_publicly_accessible = false\n}\n}',
    ),
    expect: { 'aws_apprunner_service.s': 'no, but: public endpoint' },
  },
  {
    name: 'brokers with public addresses',
    code:
      net +
      group('s', rule('9196', '0.0.0.0/0')) +
      resource(
        'aws_msk_cluster',
        'k',
        'broker_node_group_info {\nclient_subnets = [aws_subnet.public.id]\nsecurity_groups = [aws_security_group.s.id]\nconnectivity_info {\npublic_access {\ntype = "SERVICE_PROVIDED_EIPS"\n}\n}\n}',
      ),
    expect: { 'aws_msk_cluster.k': 'yes tcp/9196' },
  },
];
