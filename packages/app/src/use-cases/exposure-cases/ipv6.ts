/** Networks with answers: ipv6. */
import type { ExposureCase } from './kit.ts';
import { vpc, igw, resource, subnet, table, uses, toGateway, toGateway6, PUBLIC, net, rule, group, vm, acl, everything } from './kit.ts';

const six = `${PUBLIC}\n  assign_ipv6_address_on_creation = true\n  ipv6_cidr_block = "2001:db8:0:1::/64"`;
export const ipv6: readonly ExposureCase[] = [
  {
    name: 'IPv6 only',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24', 'assign_ipv6_address_on_creation = true', 'ipv6_cidr_block = "2001:db8:0:1::/64"') +
      table('a', toGateway6) +
      uses('a') +
      group('s', rule('22', '::/0')) +
      vm('web', 'a', 's'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'IPv6 behind an egress-only gateway',
    code:
      vpc +
      resource('aws_egress_only_internet_gateway', 'e', 'vpc_id = aws_vpc.main.id') +
      subnet('a', '10.0.1.0/24', 'assign_ipv6_address_on_creation = true', 'ipv6_cidr_block = "2001:db8:0:1::/64"') +
      table('a', 'ipv6_cidr_block = "::/0"\negress_only_gateway_id = aws_egress_only_internet_gateway.e.id') +
      uses('a') +
      group('s', rule('22', '::/0')) +
      vm('web', 'a', 's'),
    expect: { 'aws_instance.web': 'no, but: igw route' },
  },
  {
    name: 'the rule is for IPv6, the address is not',
    code: net + group('s', rule('22', '::/0')) + vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'no, but: security group' },
  },
  {
    name: 'each family opens other ports',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24', six) +
      table('a', toGateway, toGateway6) +
      uses('a') +
      group('s', rule('22', '0.0.0.0/0'), rule('443', '::/0')) +
      vm('web', 'a', 's'),
    expect: { 'aws_instance.web': 'yes tcp/22, tcp/443' },
  },
  {
    name: 'IPv6 has a NACL of its own',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24', six) +
      table('a', toGateway, toGateway6) +
      uses('a') +
      group('s', rule('22', '::/0')) +
      vm('web', 'a', 's') +
      acl([everything], [everything], 'a'),
    expect: { 'aws_instance.web': 'no, but: nacl, security group' },
  },
  {
    name: 'addresses by count on the instance',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24', 'ipv6_cidr_block = "2001:db8:0:1::/64"') +
      table('a', toGateway6) +
      uses('a') +
      group('s', rule('22', '::/0')) +
      vm('web', 'a', 's', 'ipv6_address_count = 1'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
];
