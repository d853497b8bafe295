/** Networks with answers: who reaches whom. */
import type { ExposureCase } from './kit.ts';
import { resource, net, rule, group, vm, ssh, web, entry, acl, everything } from './kit.ts';

const appGroup = group('app', rule('8080', 'sg:ssh'));
const other = [
  resource('aws_vpc', 'other', 'cidr_block = "10.1.0.0/16"'),
  resource('aws_subnet', 'other', 'vpc_id = aws_vpc.other.id', 'cidr_block = "10.1.1.0/24"'),
].join('');
const inner =
  resource('aws_security_group', 'inner', 'vpc_id = aws_vpc.other.id', `ingress {\n${rule('5432', '10.0.0.0/16')}\n}`) +
  vm('db', 'other', 'inner');
const peering = resource('aws_vpc_peering_connection', 'p', 'vpc_id = aws_vpc.main.id', 'peer_vpc_id = aws_vpc.other.id');
const peerRoute = (name: string, tableOf: string, cidr: string): string =>
  resource(
    'aws_route',
    name,
    `route_table_id = ${tableOf}`,
    `destination_cidr_block = "${cidr}"`,
    'vpc_peering_connection_id = aws_vpc_peering_connection.p.id',
  );
const there = peerRoute('there', 'aws_route_table.public.id', '10.1.0.0/16');
const back = peerRoute('back', 'aws_vpc.other.main_route_table_id', '10.0.0.0/16');
const tgw =
  resource('aws_ec2_transit_gateway', 't') +
  ['main', 'other']
    .map((each) =>
      resource(
        'aws_ec2_transit_gateway_vpc_attachment',
        each,
        'transit_gateway_id = aws_ec2_transit_gateway.t.id',
        `vpc_id = aws_vpc.${each}.id`,
        `subnet_ids = [aws_subnet.${each === 'main' ? 'public' : each}.id]`,
      ),
    )
    .join('');
const tgwRoute = (name: string, tableOf: string, cidr: string): string =>
  resource(
    'aws_route',
    name,
    `route_table_id = ${tableOf}`,
    `destination_cidr_block = "${cidr}"`,
    'transit_gateway_id = aws_ec2_transit_gateway.t.id',
  );
const tgwRoutes =
  tgwRoute('there', 'aws_route_table.public.id', '10.1.0.0/16') + tgwRoute('back', 'aws_vpc.other.main_route_table_id', '10.0.0.0/16');
export const eastWest: readonly ExposureCase[] = [
  {
    name: 'a rule that names a group',
    code: net + ssh + appGroup + web + vm('app', 'private', 'app'),
    expect: { 'aws_instance.web => aws_instance.app': 'yes tcp/8080', 'aws_instance.app => aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'a chain of groups is walked step by step only',
    code: net + ssh + appGroup + group('db', rule('5432', 'sg:app')) + web + vm('app', 'private', 'app') + vm('db', 'private', 'db'),
    expect: {
      'aws_instance.web => aws_instance.app': 'yes tcp/8080',
      'aws_instance.app => aws_instance.db': 'yes tcp/5432',
      'aws_instance.web => aws_instance.db': 'none',
    },
  },
  {
    name: 'members of the group itself',
    code: net + group('s', rule('9000', 'self')) + vm('a', 'private', 's') + vm('b', 'private', 's'),
    expect: { 'aws_instance.a => aws_instance.b': 'yes tcp/9000' },
  },
  {
    name: 'members of the default group',
    code:
      net +
      resource('aws_instance', 'a', 'subnet_id = aws_subnet.private.id') +
      resource('aws_instance', 'b', 'subnet_id = aws_subnet.private.id'),
    expect: { 'aws_instance.a => aws_instance.b': 'yes all' },
  },
  {
    name: 'a NACL between subnets',
    code:
      net + ssh + appGroup + web + vm('app', 'private', 'app') + acl([entry(100, 'allow', '443', '10.0.0.0/16')], [everything], 'private'),
    expect: { 'aws_instance.web => aws_instance.app': 'none' },
  },
  {
    name: 'a NACL that lets answers go nowhere',
    code: net + ssh + appGroup + web + vm('app', 'private', 'app') + acl([everything], [entry(100, 'allow', '443')], 'private'),
    expect: { 'aws_instance.web => aws_instance.app': 'none' },
  },
  {
    name: 'no egress',
    code:
      net +
      ssh +
      group('quiet').replace(/egress \{[^}]*\}/, '') +
      appGroup.replace('.ssh.', '.quiet.') +
      vm('web', 'public', 'quiet') +
      vm('app', 'private', 'app'),
    expect: { 'aws_instance.web => aws_instance.app': 'none' },
  },
  {
    name: 'peering with routes on both sides',
    code: net + ssh + web + other + inner + peering + there + back,
    expect: { 'aws_instance.web => aws_instance.db': 'yes tcp/5432' },
  },
  {
    name: 'peering without a route',
    code: net + ssh + web + other + inner + peering,
    expect: { 'aws_instance.web => aws_instance.db': 'none' },
  },
  {
    name: 'peering without a way back',
    code: net + ssh + web + other + inner + peering + there,
    expect: { 'aws_instance.web => aws_instance.db': 'none' },
  },
  {
    name: 'two VPCs without anything between',
    code: net + ssh + web + other + inner,
    expect: { 'aws_instance.web => aws_instance.db': 'none' },
  },
  {
    name: 'a transit gateway with its default table',
    code: net + ssh + web + other + inner + tgw + tgwRoutes,
    expect: { 'aws_instance.web => aws_instance.db': 'yes tcp/5432' },
  },
  {
    name: 'a transit gateway without routes',
    code: net + ssh + web + other + inner + tgw,
    expect: { 'aws_instance.web => aws_instance.db': 'none' },
  },
  {
    name: 'a transit gateway, one side kept out of the default table',
    code:
      net +
      ssh +
      web +
      other +
      inner +
      tgw.replace('vpc_id = aws_vpc.other.id', 'transit_gateway_default_route_table_propagation = false\n  vpc_id = aws_vpc.other.id') +
      tgwRoutes,
    expect: { 'aws_instance.web => aws_instance.db': 'none' },
  },
];
