/** Networks with answers: groups. */
import type { ExposureCase } from './kit.ts';
import { resource, net, rule, group, vm, variable } from './kit.ts';

export const groups: readonly ExposureCase[] = [
  {
    name: 'group: every port',
    code: net + group('s', rule('0', '0.0.0.0/0', '-1')) + vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'yes all' },
  },
  {
    name: 'group: several rules and groups add up',
    code:
      net +
      group('a', rule('80', '0.0.0.0/0')) +
      group('b', rule('443', '0.0.0.0/0'), rule('444', '0.0.0.0/0')) +
      vm('web', 'public', 'a b'),
    expect: { 'aws_instance.web': 'yes tcp/80, tcp/443-444' },
  },
  { name: 'group: no rule', code: net + group('s') + vm('web', 'public', 's'), expect: { 'aws_instance.web': 'no, but: security group' } },
  {
    name: 'group: none, so that of the VPC',
    code: net + resource('aws_instance', 'web', 'subnet_id = aws_subnet.public.id'),
    expect: { 'aws_instance.web': 'no, but: security group' },
  },
  {
    name: 'group: that of the VPC, opened',
    code:
      net +
      resource('aws_instance', 'web', 'subnet_id = aws_subnet.public.id') +
      resource('aws_default_security_group', 'd', 'vpc_id = aws_vpc.main.id', `ingress {\n${rule('22', '0.0.0.0/0')}\n}`),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'group: that of the VPC, opened by a rule of its own',
    code:
      net +
      resource('aws_instance', 'web', 'subnet_id = aws_subnet.public.id') +
      resource(
        'aws_security_group_rule',
        'r',
        'type = "ingress"',
        'security_group_id = aws_vpc.main.default_security_group_id',
        rule('22', '0.0.0.0/0'),
      ),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'group: a rule of its own',
    code:
      net +
      group('s') +
      resource('aws_security_group_rule', 'r', 'type = "ingress"', 'security_group_id = aws_security_group.s.id', rule('22', '0.0.0.0/0')) +
      vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'group: an egress rule opens nothing',
    code:
      net +
      group('s') +
      resource('aws_security_group_rule', 'r', 'type = "egress"', 'security_group_id = aws_security_group.s.id', rule('22', '0.0.0.0/0')) +
      vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'no, but: security group' },
  },
  {
    name: 'group: one rule, one resource',
    code:
      net +
      group('s') +
      resource(
        'aws_vpc_security_group_ingress_rule',
        'r',
        'security_group_id = aws_security_group.s.id',
        'ip_protocol = "tcp"',
        'from_port = 22',
        'to_port = 22',
        'cidr_ipv4 = "0.0.0.0/0"',
      ) +
      vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'group: two halves of the internet',
    code: net + group('s', rule('22', '0.0.0.0/1 128.0.0.0/1')) + vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'group: two halves in two rules, of overlapping ports',
    code: net + group('s', rule('20-30', '0.0.0.0/1'), rule('22-40', '128.0.0.0/1')) + vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'yes tcp/20-40' },
  },
  {
    name: 'group: a /8 counts as the internet',
    code: net + group('s', rule('22', '52.0.0.0/8')) + vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'group: a partner',
    code: net + group('s', rule('22', '198.51.100.0/24')) + vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'no, but: security group', '198.51.100.0/24 > aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'group: private addresses',
    code: net + group('s', rule('22', '10.0.0.0/8')) + vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'no, but: security group' },
  },
  {
    name: 'group: a variable',
    code: variable('cidr') + net + group('s', rule('22', 'var.cidr')) + vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'unknown tcp/22' },
  },
  {
    name: 'group: a variable with a known length',
    code: variable('ip') + net + group('s', rule('22', 'var.cidr').replace('var.cidr', '"${var.ip}/32"')) + vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'no, but: security group' },
  },
  {
    name: 'group: a variable beside an open rule',
    code: variable('cidr') + net + group('s', rule('22', 'var.cidr'), rule('80', '0.0.0.0/0')) + vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'yes tcp/80' },
  },
  {
    name: 'group: it is not in the code',
    code:
      variable('group') + net + resource('aws_instance', 'web', 'subnet_id = aws_subnet.public.id', 'vpc_security_group_ids = [var.group]'),
    expect: { 'aws_instance.web': 'unknown all' },
  },
  {
    name: 'group: looked up',
    code: `${net}data "aws_security_group" "s" {\n  name = "orders"\n}\n${resource('aws_instance', 'web', 'subnet_id = aws_subnet.public.id', 'vpc_security_group_ids = [data.aws_security_group.s.id]')}`,
    expect: { 'aws_instance.web': 'unknown all' },
  },
  {
    name: 'group: whether a rule exists is not known',
    code: `${variable('on')}${net}${group('s')}${resource('aws_security_group_rule', 'r', 'count = var.on', 'type = "ingress"', 'security_group_id = aws_security_group.s.id', rule('22', '0.0.0.0/0'))}${vm('web', 'public', 's')}`,
    expect: { 'aws_instance.web': 'unknown tcp/22' },
  },
  {
    name: 'group: ping',
    code: net + group('s', rule('8', '0.0.0.0/0', 'icmp')) + vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'yes icmp/8' },
  },
  {
    name: 'prefix list with everything in it',
    code:
      net +
      resource('aws_ec2_managed_prefix_list', 'p', 'name = "all"', 'entry {\ncidr = "0.0.0.0/0"\n}') +
      group('s', rule('22', 'pl:aws_ec2_managed_prefix_list.p.id')) +
      vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'prefix list with an entry of its own',
    code:
      net +
      resource('aws_ec2_managed_prefix_list', 'p', 'name = "all"') +
      resource('aws_ec2_managed_prefix_list_entry', 'e', 'prefix_list_id = aws_ec2_managed_prefix_list.p.id', 'cidr = "0.0.0.0/0"') +
      group('s', rule('22', 'pl:aws_ec2_managed_prefix_list.p.id')) +
      vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'prefix list of offices',
    code:
      net +
      resource('aws_ec2_managed_prefix_list', 'p', 'name = "offices"', 'entry {\ncidr = "198.51.100.0/24"\n}') +
      group('s', rule('22', 'pl:aws_ec2_managed_prefix_list.p.id')) +
      vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'no, but: security group', '198.51.100.0/24 > aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'prefix list that is not in the code',
    code: net + group('s', rule('22', 'pl:"pl-0a1b2c3d"')) + vm('web', 'public', 's'),
    expect: { 'aws_instance.web': 'unknown tcp/22' },
  },
  {
    name: 'prefix list of AWS',
    code: `data "aws_ec2_managed_prefix_list" "cf" {\n  name = "com.amazonaws.global.cloudfront.origin-facing"\n}\n${net}${group('s', rule('443', 'pl:data.aws_ec2_managed_prefix_list.cf.id'))}${vm('web', 'public', 's')}`,
    expect: { 'aws_instance.web': 'no, but: security group' },
  },
];
