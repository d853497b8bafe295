/** Networks with answers: lists. */
import type { ExposureCase } from './kit.ts';
import { resource, net, rule, group, vm, ssh, web, entry, acl, everything, ephemeral, variable } from './kit.ts';

export const lists: readonly ExposureCase[] = [
  {
    name: 'NACL: everything allowed',
    code: net + ssh + web + acl([everything], [everything]),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'NACL: answers may not leave',
    code: net + ssh + web + acl([entry(100, 'allow', '22')], [entry(100, 'allow', '443')]),
    expect: { 'aws_instance.web': 'no, but: nacl' },
  },
  {
    name: 'NACL: answers on ephemeral ports',
    code: net + ssh + web + acl([entry(100, 'allow', '22')], [ephemeral]),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  { name: 'NACL: no rule at all', code: net + ssh + web + acl([], []), expect: { 'aws_instance.web': 'no, but: nacl' } },
  {
    name: 'NACL: a deny with a lower number wins',
    code: net + ssh + web + acl([entry(90, 'deny', '22'), everything], [everything]),
    expect: { 'aws_instance.web': 'no, but: nacl, security group' },
  },
  {
    name: 'NACL: a deny with a higher number is too late',
    code: net + ssh + web + acl([entry(110, 'deny', '22'), everything], [everything]),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'NACL: a deny of one address block leaves the internet',
    code: net + ssh + web + acl([entry(90, 'deny', '22', '198.51.100.0/24'), everything], [everything]),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'NACL: half of the ports of the group',
    code: net + group('s', rule('20-30', '0.0.0.0/0')) + vm('web', 'public', 's') + acl([entry(100, 'allow', '25-80')], [ephemeral]),
    expect: { 'aws_instance.web': 'yes tcp/25-30' },
  },
  {
    name: 'NACL: UDP may enter but not answer',
    code: net + group('s', rule('53', '0.0.0.0/0', 'udp')) + vm('web', 'public', 's') + acl([everything], [ephemeral]),
    expect: { 'aws_instance.web': 'no, but: nacl, security group' },
  },
  {
    name: 'NACL: only a partner may enter',
    code: net + ssh + web + acl([entry(100, 'allow', '22', '198.51.100.0/24')], [everything]),
    expect: { 'aws_instance.web': 'no, but: nacl', '198.51.100.0/24 > aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'NACL: a rule of unknown port',
    code: `${variable('port')}${net}${ssh}${web}${acl(['rule_no = 100\naction = "allow"\nprotocol = "tcp"\nfrom_port = var.port\nto_port = var.port\ncidr_block = "0.0.0.0/0"'], [everything])}`,
    expect: { 'aws_instance.web': 'unknown tcp/22' },
  },
  {
    name: 'NACL: an unknown rule behind a known allow hides nothing',
    code: `${variable('port')}${net}${ssh}${web}${acl([entry(90, 'allow', '22'), 'rule_no = 100\naction = "deny"\nprotocol = "tcp"\nfrom_port = var.port\nto_port = var.port\ncidr_block = "0.0.0.0/0"'], [everything])}`,
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'NACL: rules of their own',
    code:
      net +
      ssh +
      web +
      acl([], []) +
      resource(
        'aws_network_acl_rule',
        'in',
        'network_acl_id = aws_network_acl.of_public.id',
        'rule_number = 100',
        'protocol = "-1"',
        'rule_action = "allow"',
        'cidr_block = "0.0.0.0/0"',
      ) +
      resource(
        'aws_network_acl_rule',
        'out',
        'network_acl_id = aws_network_acl.of_public.id',
        'egress = true',
        'rule_number = 100',
        'protocol = "-1"',
        'rule_action = "allow"',
        'cidr_block = "0.0.0.0/0"',
      ),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'NACL: the default one, adopted without rules',
    code: net + ssh + web + resource('aws_default_network_acl', 'd', 'default_network_acl_id = aws_vpc.main.default_network_acl_id'),
    expect: { 'aws_instance.web': 'no, but: nacl' },
  },
  {
    name: 'NACL: by association',
    code:
      net +
      ssh +
      web +
      resource('aws_network_acl', 'n', 'vpc_id = aws_vpc.main.id') +
      resource('aws_network_acl_association', 'a', 'network_acl_id = aws_network_acl.n.id', 'subnet_id = aws_subnet.public.id'),
    expect: { 'aws_instance.web': 'no, but: nacl' },
  },
  {
    name: 'NACL and group open different ports',
    code: net + ssh + web + acl([entry(100, 'allow', '443')], [ephemeral]),
    expect: { 'aws_instance.web': 'no, but: nacl, security group' },
  },
];
