/** Networks with answers: routes. */
import type { ExposureCase } from './kit.ts';
import { vpc, igw, resource, subnet, table, uses, toGateway, PUBLIC, net, rule, group, vm, ssh, web, variable } from './kit.ts';

export const routes: readonly ExposureCase[] = [
  { name: 'a public subnet, an open rule', code: net + ssh + web, expect: { 'aws_instance.web': 'yes tcp/22' } },
  {
    name: 'main route table by default',
    code: net + ssh + vm('web', 'private', 'ssh', 'associate_public_ip_address = true'),
    expect: { 'aws_instance.web': 'no, but: igw route' },
  },
  {
    name: 'main route table that leads out, by association',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24', PUBLIC) +
      table('out', toGateway) +
      resource('aws_main_route_table_association', 'm', 'vpc_id = aws_vpc.main.id', 'route_table_id = aws_route_table.out.id') +
      ssh +
      vm('web', 'a', 'ssh'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'a route added to the main table by its id',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24', PUBLIC) +
      resource(
        'aws_route',
        'out',
        'route_table_id = aws_vpc.main.main_route_table_id',
        'destination_cidr_block = "0.0.0.0/0"',
        'gateway_id = aws_internet_gateway.main.id',
      ) +
      ssh +
      vm('web', 'a', 'ssh'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'the default route table, adopted',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24', PUBLIC) +
      resource('aws_default_route_table', 'd', 'default_route_table_id = aws_vpc.main.default_route_table_id', `route {\n${toGateway}\n}`) +
      ssh +
      vm('web', 'a', 'ssh'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'NAT only',
    code:
      net +
      resource('aws_nat_gateway', 'n', 'subnet_id = aws_subnet.public.id') +
      table('nat', 'cidr_block = "0.0.0.0/0"\nnat_gateway_id = aws_nat_gateway.n.id') +
      uses('private', 'nat') +
      ssh +
      vm('web', 'private', 'ssh', 'associate_public_ip_address = true'),
    expect: { 'aws_instance.web': 'no, but: igw route' },
  },
  {
    name: 'no public address',
    code: net + ssh + vm('web', 'public', 'ssh', 'associate_public_ip_address = false'),
    expect: { 'aws_instance.web': 'no, but: public address' },
  },
  {
    name: 'neither address nor route: no single change',
    code: net + ssh + vm('web', 'private', 'ssh'),
    expect: { 'aws_instance.web': 'no' },
  },
  {
    name: 'two halves of the internet as routes',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24', PUBLIC) +
      table(
        'a',
        'cidr_block = "0.0.0.0/1"\ngateway_id = aws_internet_gateway.main.id',
        'cidr_block = "128.0.0.0/1"\ngateway_id = aws_internet_gateway.main.id',
      ) +
      uses('a') +
      ssh +
      vm('web', 'a', 'ssh'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'a route to a partner only is no way to the internet',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24', PUBLIC) +
      table('a', 'cidr_block = "198.51.100.0/24"\ngateway_id = aws_internet_gateway.main.id') +
      uses('a') +
      ssh +
      vm('web', 'a', 'ssh'),
    expect: { 'aws_instance.web': 'no, but: igw route', '198.51.100.0/24 > aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'a longer prefix to a transit gateway leaves the rest of the internet',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24', PUBLIC) +
      table('a', toGateway, 'cidr_block = "198.51.100.0/24"\ntransit_gateway_id = "tgw-0a1"') +
      uses('a') +
      ssh +
      vm('web', 'a', 'ssh'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'a longer prefix takes the only allowed source away',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24', PUBLIC) +
      table('a', toGateway, 'cidr_block = "198.51.100.0/24"\ntransit_gateway_id = "tgw-0a1"') +
      uses('a') +
      group('s', rule('22', '198.51.100.0/24')) +
      vm('web', 'a', 's'),
    expect: { '198.51.100.0/24 > aws_instance.web': 'none', 'aws_instance.web': 'no, but: security group' },
  },
  {
    name: 'the gateway is not known',
    code:
      variable('gateway') +
      vpc +
      subnet('a', '10.0.1.0/24', PUBLIC) +
      table('a', 'cidr_block = "0.0.0.0/0"\ngateway_id = var.gateway') +
      uses('a') +
      ssh +
      vm('web', 'a', 'ssh'),
    expect: { 'aws_instance.web': 'unknown tcp/22' },
  },
  {
    name: 'a virtual private gateway is not the internet',
    code:
      vpc +
      resource('aws_vpn_gateway', 'v', 'vpc_id = aws_vpc.main.id') +
      subnet('a', '10.0.1.0/24', PUBLIC) +
      table('a', 'cidr_block = "0.0.0.0/0"\ngateway_id = aws_vpn_gateway.v.id') +
      uses('a') +
      ssh +
      vm('web', 'a', 'ssh'),
    expect: { 'aws_instance.web': 'no, but: igw route' },
  },
  {
    name: 'everything goes to a firewall endpoint first',
    code:
      vpc +
      subnet('a', '10.0.1.0/24', PUBLIC) +
      table('a', 'cidr_block = "0.0.0.0/0"\nvpc_endpoint_id = "vpce-0a1"') +
      uses('a') +
      ssh +
      vm('web', 'a', 'ssh'),
    expect: { 'aws_instance.web': 'unknown tcp/22' },
  },
  {
    name: 'a transit gateway in the middle is not the internet',
    code:
      vpc +
      subnet('a', '10.0.1.0/24', PUBLIC) +
      table('a', 'cidr_block = "0.0.0.0/0"\ntransit_gateway_id = "tgw-0a1"') +
      uses('a') +
      ssh +
      vm('web', 'a', 'ssh'),
    expect: { 'aws_instance.web': 'no, but: igw route' },
  },
  {
    name: 'the subnet is not known',
    code:
      variable('subnet') +
      vpc +
      ssh +
      resource(
        'aws_instance',
        'web',
        'subnet_id = var.subnet',
        'vpc_security_group_ids = [aws_security_group.ssh.id]',
        'associate_public_ip_address = true',
      ),
    expect: { 'aws_instance.web': 'unknown tcp/22' },
  },
  {
    name: 'the subnet is not known, the address is surely private',
    code:
      variable('subnet') +
      vpc +
      ssh +
      resource(
        'aws_instance',
        'web',
        'subnet_id = var.subnet',
        'vpc_security_group_ids = [aws_security_group.ssh.id]',
        'associate_public_ip_address = false',
        'ipv6_address_count = 0',
      ),
    expect: { 'aws_instance.web': 'no' },
  },
  {
    name: 'the default VPC is not in the code',
    code:
      resource('aws_security_group', 'ssh', `ingress {\n${rule('22', '0.0.0.0/0')}\n}`) +
      resource('aws_instance', 'web', 'vpc_security_group_ids = [aws_security_group.ssh.id]'),
    expect: { 'aws_instance.web': 'unknown tcp/22' },
  },
  {
    name: 'VPC Block Public Access',
    code: net + ssh + web + resource('aws_vpc_block_public_access_options', 'b', 'internet_gateway_block_mode = "block-bidirectional"'),
    expect: { 'aws_instance.web': 'no, but: igw route' },
  },
  {
    name: 'VPC Block Public Access, the VPC excluded',
    code:
      net +
      ssh +
      web +
      resource('aws_vpc_block_public_access_options', 'b', 'internet_gateway_block_mode = "block-ingress"') +
      resource(
        'aws_vpc_block_public_access_exclusion',
        'e',
        'vpc_id = aws_vpc.main.id',
        'internet_gateway_exclusion_mode = "allow-bidirectional"',
      ),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'VPC Block Public Access, excluded for outbound only',
    code:
      net +
      ssh +
      web +
      resource('aws_vpc_block_public_access_options', 'b', 'internet_gateway_block_mode = "block-ingress"') +
      resource(
        'aws_vpc_block_public_access_exclusion',
        'e',
        'subnet_id = aws_subnet.public.id',
        'internet_gateway_exclusion_mode = "allow-egress"',
      ),
    expect: { 'aws_instance.web': 'no, but: igw route' },
  },
  {
    name: 'it is not known which subnets a table is for',
    code:
      variable('subnet') +
      net +
      resource('aws_route_table_association', 'more', 'subnet_id = var.subnet', 'route_table_id = aws_route_table.public.id') +
      ssh +
      vm('web', 'private', 'ssh', 'associate_public_ip_address = true'),
    expect: { 'aws_instance.web': 'no, but: igw route' },
  },
];
