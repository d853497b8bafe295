/** Hand-made networks with answers, for exposure.test.ts. Keys of `expect`: a node (from the internet), `A > B` (from A), `A => B` (east-west). */

export interface ExposureCase {
  readonly name: string;
  readonly code: string;
  /** `yes PORTS`, `unknown PORTS`, `no`, `no, but: STATIONS` (each alone would expose it), `none` for an answer that must not be there. */
  readonly expect: Readonly<Record<string, string>>;
}

const vpc = 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n';
const igw = 'resource "aws_internet_gateway" "main" {\n  vpc_id = aws_vpc.main.id\n}\n';
const body = (lines: readonly string[]): string => lines.map((line) => `  ${line}\n`).join('');
const resource = (type: string, name: string, ...lines: readonly string[]): string => `resource "${type}" "${name}" {\n${body(lines)}}\n`;
const subnet = (name: string, cidr: string, ...lines: readonly string[]): string =>
  resource('aws_subnet', name, 'vpc_id = aws_vpc.main.id', `cidr_block = "${cidr}"`, ...lines);
const table = (name: string, ...routes: readonly string[]): string =>
  resource('aws_route_table', name, 'vpc_id = aws_vpc.main.id', ...routes.map((each) => `route {\n${each}\n}`));
const uses = (name: string, of = name): string =>
  resource('aws_route_table_association', name, `subnet_id = aws_subnet.${name}.id`, `route_table_id = aws_route_table.${of}.id`);
const toGateway = 'cidr_block = "0.0.0.0/0"\ngateway_id = aws_internet_gateway.main.id';
const toGateway6 = 'ipv6_cidr_block = "::/0"\ngateway_id = aws_internet_gateway.main.id';
const PUBLIC = 'map_public_ip_on_launch = true';

/** A VPC with a public subnet and one that has the main table. */
const net = [
  vpc,
  igw,
  subnet('public', '10.0.1.0/24', PUBLIC),
  subnet('private', '10.0.2.0/24'),
  table('public', toGateway),
  uses('public'),
].join('');

const rule = (ports: string, from: string, protocol = 'tcp'): string => {
  const [first = '0', last = first] = ports.split('-');
  const source = from.startsWith('sg:')
    ? `security_groups = [aws_security_group.${from.slice(3)}.id]`
    : from === 'self'
      ? 'self = true'
      : from.startsWith('pl:')
        ? `prefix_list_ids = [${from.slice(3)}]`
        : from.includes(':')
          ? `ipv6_cidr_blocks = [${from
              .split(' ')
              .map((each) => `"${each}"`)
              .join(', ')}]`
          : from.startsWith('var.')
            ? `cidr_blocks = [${from}]`
            : `cidr_blocks = [${from
                .split(' ')
                .map((each) => `"${each}"`)
                .join(', ')}]`;
  return `from_port = ${first}\nto_port = ${last}\nprotocol = "${protocol}"\n${source}`;
};
const group = (name: string, ...rules: readonly string[]): string =>
  resource(
    'aws_security_group',
    name,
    'vpc_id = aws_vpc.main.id',
    ...rules.map((each) => `ingress {\n${each}\n}`),
    'egress {\nfrom_port = 0\nto_port = 0\nprotocol = "-1"\ncidr_blocks = ["0.0.0.0/0"]\nipv6_cidr_blocks = ["::/0"]\n}',
  );
const vm = (name: string, subnetName: string, groups: string, ...lines: readonly string[]): string =>
  resource(
    'aws_instance',
    name,
    `subnet_id = aws_subnet.${subnetName}.id`,
    `vpc_security_group_ids = [${groups
      .split(' ')
      .map((each) => `aws_security_group.${each}.id`)
      .join(', ')}]`,
    ...lines,
  );
const ssh = group('ssh', rule('22', '0.0.0.0/0'));
const web = vm('web', 'public', 'ssh');
const entry = (number: number, action: string, ports: string, cidr = '0.0.0.0/0', protocol = 'tcp'): string => {
  const [first = '0', last = first] = ports.split('-');
  const at = cidr.includes(':') ? 'ipv6_cidr_block' : 'cidr_block';
  return `rule_no = ${number}\naction = "${action}"\nprotocol = "${protocol}"\nfrom_port = ${first}\nto_port = ${last}\n${at} = "${cidr}"`;
};
const acl = (ingress: readonly string[], egress: readonly string[], subnetName = 'public'): string =>
  resource(
    'aws_network_acl',
    `of_${subnetName}`,
    'vpc_id = aws_vpc.main.id',
    `subnet_ids = [aws_subnet.${subnetName}.id]`,
    ...ingress.map((each) => `ingress {\n${each}\n}`),
    ...egress.map((each) => `egress {\n${each}\n}`),
  );
const everything = entry(100, 'allow', '0', '0.0.0.0/0', '-1');
const ephemeral = entry(100, 'allow', '1024-65535');
const variable = (name: string): string => `variable "${name}" {}\n`;

const routes: readonly ExposureCase[] = [
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

const addresses: readonly ExposureCase[] = [
  {
    name: 'an elastic IP',
    code:
      net +
      ssh +
      vm('web', 'public', 'ssh', 'associate_public_ip_address = false') +
      resource('aws_eip', 'e', 'instance = aws_instance.web.id'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'an elastic IP by association',
    code:
      net +
      ssh +
      vm('web', 'public', 'ssh', 'associate_public_ip_address = false') +
      resource('aws_eip', 'e') +
      resource('aws_eip_association', 'a', 'instance_id = aws_instance.web.id', 'allocation_id = aws_eip.e.id'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'an elastic IP in a private subnet',
    code: net + ssh + vm('web', 'private', 'ssh') + resource('aws_eip', 'e', 'instance = aws_instance.web.id'),
    expect: { 'aws_instance.web': 'no, but: igw route' },
  },
  {
    name: 'an elastic IP of an interface made beforehand',
    code:
      net +
      ssh +
      resource('aws_network_interface', 'n', 'subnet_id = aws_subnet.public.id', 'security_groups = [aws_security_group.ssh.id]') +
      resource('aws_instance', 'web', 'network_interface {\nnetwork_interface_id = aws_network_interface.n.id\ndevice_index = 0\n}') +
      resource('aws_eip', 'e', 'network_interface = aws_network_interface.n.id'),
    expect: { 'aws_instance.web': 'yes tcp/22', 'aws_network_interface.n': 'yes tcp/22' },
  },
  {
    name: 'an interface made beforehand gets no address from its subnet',
    code:
      net +
      ssh +
      resource('aws_network_interface', 'n', 'subnet_id = aws_subnet.public.id', 'security_groups = [aws_security_group.ssh.id]') +
      resource('aws_instance', 'web', 'network_interface {\nnetwork_interface_id = aws_network_interface.n.id\ndevice_index = 0\n}'),
    expect: { 'aws_network_interface.n': 'no, but: public address' },
  },
  {
    name: 'the instance asks for an address where its subnet gives none',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24') +
      table('a', toGateway) +
      uses('a') +
      ssh +
      vm('web', 'a', 'ssh', 'associate_public_ip_address = true'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'whether it has an address is not known',
    code: `${variable('public')}${net}${ssh}${vm('web', 'public', 'ssh', 'associate_public_ip_address = var.public')}`,
    expect: { 'aws_instance.web': 'unknown tcp/22' },
  },
  {
    name: 'a launch template asks for an address',
    code:
      vpc +
      igw +
      subnet('a', '10.0.1.0/24') +
      table('a', toGateway) +
      uses('a') +
      ssh +
      resource(
        'aws_launch_template',
        't',
        'network_interfaces {\nassociate_public_ip_address = true\nsecurity_groups = [aws_security_group.ssh.id]\n}',
      ) +
      resource(
        'aws_autoscaling_group',
        'g',
        'vpc_zone_identifier = [aws_subnet.a.id]',
        'launch_template {\nid = aws_launch_template.t.id\n}',
      ),
    expect: { 'aws_autoscaling_group.g': 'yes tcp/22' },
  },
  {
    name: 'an instance with what its launch template says',
    code:
      net +
      ssh +
      resource('aws_launch_template', 't', 'vpc_security_group_ids = [aws_security_group.ssh.id]') +
      resource('aws_instance', 'web', 'subnet_id = aws_subnet.public.id', 'launch_template {\nid = aws_launch_template.t.id\n}'),
    expect: { 'aws_instance.web': 'yes tcp/22' },
  },
  {
    name: 'a launch configuration',
    code:
      net +
      ssh +
      resource('aws_launch_configuration', 'c', 'security_groups = [aws_security_group.ssh.id]', 'associate_public_ip_address = true') +
      resource(
        'aws_autoscaling_group',
        'g',
        'vpc_zone_identifier = [aws_subnet.public.id]',
        'launch_configuration = aws_launch_configuration.c.name',
      ),
    expect: { 'aws_autoscaling_group.g': 'yes tcp/22' },
  },
  {
    name: 'a task with a public address',
    code:
      net +
      ssh +
      resource(
        'aws_ecs_service',
        's',
        'network_configuration {\nsubnets = [aws_subnet.public.id]\nsecurity_groups = [aws_security_group.ssh.id]\nassign_public_ip = true\n}',
      ),
    expect: { 'aws_ecs_service.s': 'yes tcp/22' },
  },
  {
    name: 'a task without one, whatever its subnet gives',
    code:
      net +
      ssh +
      resource(
        'aws_ecs_service',
        's',
        'network_configuration {\nsubnets = [aws_subnet.public.id]\nsecurity_groups = [aws_security_group.ssh.id]\n}',
      ),
    expect: { 'aws_ecs_service.s': 'no, but: public address' },
  },
  {
    name: 'a function in a public subnet takes no connections',
    code:
      net +
      group('all', rule('0-65535', '0.0.0.0/0')) +
      resource(
        'aws_lambda_function',
        'f',
        'function_name = "orders"',
        'vpc_config {\nsubnet_ids = [aws_subnet.public.id]\nsecurity_group_ids = [aws_security_group.all.id]\n}',
      ),
    expect: { 'aws_lambda_function.f': 'no' },
  },
];

const six = `${PUBLIC}\n  assign_ipv6_address_on_creation = true\n  ipv6_cidr_block = "2001:db8:0:1::/64"`;
const ipv6: readonly ExposureCase[] = [
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

const lists: readonly ExposureCase[] = [
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

const groups: readonly ExposureCase[] = [
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

const lb = (...lines: readonly string[]): string => resource('aws_lb', 'front', 'subnets = [aws_subnet.public.id]', ...lines);
const listener = (port: number, protocol = 'HTTP'): string =>
  resource(
    'aws_lb_listener',
    `p${port}`,
    'load_balancer_arn = aws_lb.front.arn',
    `port = ${port}`,
    `protocol = "${protocol}"`,
    'default_action {\ntype = "forward"\ntarget_group_arn = aws_lb_target_group.app.arn\n}',
  );
const target = (port: number, ...lines: readonly string[]): string =>
  resource('aws_lb_target_group', 'app', `port = ${port}`, 'vpc_id = aws_vpc.main.id', ...lines) +
  resource('aws_lb_target_group_attachment', 'app', 'target_group_arn = aws_lb_target_group.app.arn', 'target_id = aws_instance.app.id');
const httpGroup = group('http', rule('80', '0.0.0.0/0'));
const behind = group('behind', rule('8080', 'sg:http'));
const balancers: readonly ExposureCase[] = [
  {
    name: 'a load balancer, targets that take only from it',
    code:
      net +
      httpGroup +
      behind +
      lb('security_groups = [aws_security_group.http.id]') +
      listener(80) +
      target(8080) +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front': 'yes tcp/80', 'aws_instance.app': 'no', 'aws_lb.front > aws_instance.app': 'yes tcp/8080' },
  },
  {
    name: 'an internal load balancer',
    code:
      net +
      httpGroup +
      behind +
      lb('internal = true', 'security_groups = [aws_security_group.http.id]') +
      listener(80) +
      target(8080) +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front': 'no, but: public address', 'aws_lb.front > aws_instance.app': 'none' },
  },
  { name: 'no listener', code: net + httpGroup + lb('security_groups = [aws_security_group.http.id]'), expect: { 'aws_lb.front': 'no' } },
  {
    name: 'a listener on a port that the group keeps shut',
    code:
      net +
      httpGroup +
      behind +
      lb('security_groups = [aws_security_group.http.id]') +
      listener(8443) +
      target(8080) +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front': 'no, but: security group' },
  },
  {
    name: 'a load balancer in a private subnet',
    code:
      net +
      httpGroup +
      resource('aws_lb', 'front', 'subnets = [aws_subnet.private.id]', 'security_groups = [aws_security_group.http.id]') +
      listener(80) +
      target(8080) +
      behind +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front': 'no, but: igw route' },
  },
  {
    name: 'targets that do not take from the load balancer',
    code:
      net +
      httpGroup +
      group('other', rule('8080', '198.51.100.0/24')) +
      lb('security_groups = [aws_security_group.http.id]') +
      listener(80) +
      target(8080) +
      vm('app', 'private', 'other'),
    expect: { 'aws_lb.front': 'yes tcp/80', 'aws_lb.front > aws_instance.app': 'none' },
  },
  {
    name: 'targets that take from the VPC',
    code:
      net +
      httpGroup +
      group('inner', rule('0-65535', '10.0.0.0/16')) +
      lb('security_groups = [aws_security_group.http.id]') +
      listener(80) +
      target(8080) +
      vm('app', 'private', 'inner'),
    expect: { 'aws_lb.front > aws_instance.app': 'yes tcp/8080' },
  },
  {
    name: 'a network load balancer keeps the caller’s address',
    code:
      net +
      group('clients', rule('8080', '0.0.0.0/0')) +
      lb('load_balancer_type = "network"') +
      listener(80, 'TCP') +
      target(8080, 'protocol = "TCP"') +
      vm('app', 'private', 'clients'),
    expect: { 'aws_lb.front': 'yes tcp/80', 'aws_lb.front > aws_instance.app': 'yes tcp/8080', 'aws_instance.app': 'no' },
  },
  {
    name: 'a network load balancer keeps the caller’s address, which the target refuses',
    code:
      net +
      group('inner', rule('8080', '10.0.0.0/16')) +
      lb('load_balancer_type = "network"') +
      listener(80, 'TCP') +
      target(8080, 'protocol = "TCP"') +
      vm('app', 'private', 'inner'),
    expect: { 'aws_lb.front > aws_instance.app': 'none' },
  },
  {
    name: 'a network load balancer that is told not to keep it',
    code:
      net +
      group('inner', rule('8080', '10.0.0.0/16')) +
      lb('load_balancer_type = "network"') +
      listener(80, 'TCP') +
      target(8080, 'protocol = "TCP"', 'preserve_client_ip = false') +
      vm('app', 'private', 'inner'),
    expect: { 'aws_lb.front > aws_instance.app': 'yes tcp/8080' },
  },
  {
    name: 'a network load balancer with a group',
    code:
      net +
      group('few', rule('80', '198.51.100.0/24')) +
      behind.replace('.http.', '.few.') +
      lb('load_balancer_type = "network"', 'security_groups = [aws_security_group.few.id]') +
      listener(80, 'TCP') +
      target(8080, 'protocol = "TCP"') +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front': 'no, but: security group', '198.51.100.0/24 > aws_lb.front': 'yes tcp/80' },
  },
  {
    name: 'a listener’s rule leads elsewhere',
    code:
      net +
      httpGroup +
      behind +
      lb('security_groups = [aws_security_group.http.id]') +
      resource(
        'aws_lb_listener',
        'p80',
        'load_balancer_arn = aws_lb.front.arn',
        'port = 80',
        'protocol = "HTTP"',
        'default_action {\ntype = "fixed-response"\n}',
      ) +
      resource(
        'aws_lb_listener_rule',
        'r',
        'listener_arn = aws_lb_listener.p80.arn',
        'action {\ntype = "forward"\ntarget_group_arn = aws_lb_target_group.app.arn\n}',
      ) +
      target(8080) +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front > aws_instance.app': 'yes tcp/8080' },
  },
  {
    name: 'a classic load balancer',
    code:
      net +
      httpGroup +
      behind +
      resource(
        'aws_elb',
        'front',
        'subnets = [aws_subnet.public.id]',
        'security_groups = [aws_security_group.http.id]',
        'instances = [aws_instance.app.id]',
        'listener {\nlb_port = 80\nlb_protocol = "http"\ninstance_port = 8080\ninstance_protocol = "http"\n}',
      ) +
      vm('app', 'private', 'behind'),
    expect: { 'aws_elb.front': 'yes tcp/80', 'aws_elb.front > aws_instance.app': 'yes tcp/8080' },
  },
  {
    name: 'a scheme that is not known',
    code:
      variable('internal') +
      net +
      httpGroup +
      behind +
      lb('internal = var.internal', 'security_groups = [aws_security_group.http.id]') +
      listener(80) +
      target(8080) +
      vm('app', 'private', 'behind'),
    expect: { 'aws_lb.front': 'unknown tcp/80', 'aws_lb.front > aws_instance.app': 'unknown tcp/8080' },
  },
  {
    name: 'an auto scaling group that registers itself',
    code:
      net +
      httpGroup +
      behind +
      lb('security_groups = [aws_security_group.http.id]') +
      listener(80) +
      resource('aws_lb_target_group', 'app', 'port = 8080', 'vpc_id = aws_vpc.main.id') +
      resource('aws_launch_template', 't', 'vpc_security_group_ids = [aws_security_group.behind.id]') +
      resource(
        'aws_autoscaling_group',
        'g',
        'vpc_zone_identifier = [aws_subnet.private.id]',
        'target_group_arns = [aws_lb_target_group.app.arn]',
        'launch_template {\nid = aws_launch_template.t.id\n}',
      ),
    expect: { 'aws_lb.front > aws_autoscaling_group.g': 'yes tcp/8080' },
  },
  {
    name: 'a service that registers itself',
    code:
      net +
      httpGroup +
      behind +
      lb('security_groups = [aws_security_group.http.id]') +
      listener(80) +
      resource('aws_lb_target_group', 'app', 'port = 80', 'target_type = "ip"', 'vpc_id = aws_vpc.main.id') +
      resource(
        'aws_ecs_service',
        's',
        'network_configuration {\nsubnets = [aws_subnet.private.id]\nsecurity_groups = [aws_security_group.behind.id]\n}',
        'load_balancer {\ntarget_group_arn = aws_lb_target_group.app.arn\ncontainer_port = 8080\n}',
      ),
    expect: { 'aws_lb.front > aws_ecs_service.s': 'yes tcp/8080' },
  },
];

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
const fronts: readonly ExposureCase[] = [
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
const eastWest: readonly ExposureCase[] = [
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

export const exposureCases: readonly ExposureCase[] = [
  ...routes,
  ...addresses,
  ...ipv6,
  ...lists,
  ...groups,
  ...balancers,
  ...fronts,
  ...eastWest,
];
