/** Hand-made networks with answers, for exposure.test.ts. Keys of `expect`: a node (from the internet), `A > B` (from A), `A => B` (east-west). */

export interface ExposureCase {
  readonly name: string;
  readonly code: string;
  /** `yes PORTS`, `unknown PORTS`, `no`, `no, but: STATIONS` (each alone would expose it), `none` for an answer that must not be there. */
  readonly expect: Readonly<Record<string, string>>;
}

export const vpc = 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n';
export const igw = 'resource "aws_internet_gateway" "main" {\n  vpc_id = aws_vpc.main.id\n}\n';
export const body = (lines: readonly string[]): string => lines.map((line) => `  ${line}\n`).join('');
export const resource = (type: string, name: string, ...lines: readonly string[]): string =>
  `resource "${type}" "${name}" {\n${body(lines)}}\n`;
export const subnet = (name: string, cidr: string, ...lines: readonly string[]): string =>
  resource('aws_subnet', name, 'vpc_id = aws_vpc.main.id', `cidr_block = "${cidr}"`, ...lines);
export const table = (name: string, ...routes: readonly string[]): string =>
  resource('aws_route_table', name, 'vpc_id = aws_vpc.main.id', ...routes.map((each) => `route {\n${each}\n}`));
export const uses = (name: string, of = name): string =>
  resource('aws_route_table_association', name, `subnet_id = aws_subnet.${name}.id`, `route_table_id = aws_route_table.${of}.id`);
export const toGateway = 'cidr_block = "0.0.0.0/0"\ngateway_id = aws_internet_gateway.main.id';
export const toGateway6 = 'ipv6_cidr_block = "::/0"\ngateway_id = aws_internet_gateway.main.id';
export const PUBLIC = 'map_public_ip_on_launch = true';

/** A VPC with a public subnet and one that has the main table. */
export const net = [
  vpc,
  igw,
  subnet('public', '10.0.1.0/24', PUBLIC),
  subnet('private', '10.0.2.0/24'),
  table('public', toGateway),
  uses('public'),
].join('');

export const rule = (ports: string, from: string, protocol = 'tcp'): string => {
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
export const group = (name: string, ...rules: readonly string[]): string =>
  resource(
    'aws_security_group',
    name,
    'vpc_id = aws_vpc.main.id',
    ...rules.map((each) => `ingress {\n${each}\n}`),
    'egress {\nfrom_port = 0\nto_port = 0\nprotocol = "-1"\ncidr_blocks = ["0.0.0.0/0"]\nipv6_cidr_blocks = ["::/0"]\n}',
  );
export const vm = (name: string, subnetName: string, groups: string, ...lines: readonly string[]): string =>
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
export const ssh = group('ssh', rule('22', '0.0.0.0/0'));
export const web = vm('web', 'public', 'ssh');
export const entry = (number: number, action: string, ports: string, cidr = '0.0.0.0/0'): string => {
  const [first = '0', last = first] = ports.split('-');
  const at = cidr.includes(':') ? 'ipv6_cidr_block' : 'cidr_block';
  return `rule_no = ${number}\naction = "${action}"\nprotocol = "tcp"\nfrom_port = ${first}\nto_port = ${last}\n${at} = "${cidr}"`;
};
export const acl = (ingress: readonly string[], egress: readonly string[], subnetName = 'public'): string =>
  resource(
    'aws_network_acl',
    `of_${subnetName}`,
    'vpc_id = aws_vpc.main.id',
    `subnet_ids = [aws_subnet.${subnetName}.id]`,
    ...ingress.map((each) => `ingress {\n${each}\n}`),
    ...egress.map((each) => `egress {\n${each}\n}`),
  );
export const everything = entry(100, 'allow', '0').replace('"tcp"', '"-1"');
export const ephemeral = entry(100, 'allow', '1024-65535');
export const variable = (name: string): string => `variable "${name}" {}\n`;
export const lb = (...lines: readonly string[]): string => resource('aws_lb', 'front', 'subnets = [aws_subnet.public.id]', ...lines);
export const listener = (port: number, protocol = 'HTTP'): string =>
  resource(
    'aws_lb_listener',
    `p${port}`,
    'load_balancer_arn = aws_lb.front.arn',
    `port = ${port}`,
    `protocol = "${protocol}"`,
    'default_action {\ntype = "forward"\ntarget_group_arn = aws_lb_target_group.app.arn\n}',
  );
export const target = (port: number, ...lines: readonly string[]): string =>
  resource('aws_lb_target_group', 'app', `port = ${port}`, 'vpc_id = aws_vpc.main.id', ...lines) +
  resource('aws_lb_target_group_attachment', 'app', 'target_group_arn = aws_lb_target_group.app.arn', 'target_id = aws_instance.app.id');
export const httpGroup = group('http', rule('80', '0.0.0.0/0'));
export const behind = group('behind', rule('8080', 'sg:http'));
