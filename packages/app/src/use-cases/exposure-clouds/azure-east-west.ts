/** Networks of Azure with answers: who reaches whom. */
import { block, named } from './kit.ts';
import type { CloudCase } from './kit.ts';

const vnet = (name: string, cidr: string): string => named('azurerm_virtual_network', name, `address_space = ["${cidr}"]`);
const subnet = (name: string, cidr: string, of = 'main', ...more: readonly string[]): string =>
  named('azurerm_subnet', name, `virtual_network_name = azurerm_virtual_network.${of}.name`, `address_prefixes = ["${cidr}"]`, ...more);
const net = vnet('main', '10.0.0.0/16') + subnet('web', '10.0.1.0/24') + subnet('db', '10.0.2.0/24');
const machine = (name: string, of = name): string =>
  named('azurerm_network_interface', name, ...['ip_configuration {', '  name = "main"', `  subnet_id = azurerm_subnet.${of}.id`, '}']) +
  named('azurerm_linux_virtual_machine', name, `network_interface_ids = [azurerm_network_interface.${name}.id]`);
const machines = machine('web') + machine('db');

interface Rule {
  readonly out?: true;
  readonly deny?: true;
  readonly priority?: number;
  readonly port?: string;
  readonly from?: string;
  readonly to?: string;
  readonly fromGroup?: string;
}

const rule = ({ out, deny, priority = 100, port = '*', from = '*', to = '*', fromGroup }: Rule): string =>
  [
    'security_rule {',
    ...[`  name = "r${priority}"`, `  priority = ${priority}`, `  direction = "${out ? 'Outbound' : 'Inbound'}"`],
    ...[
      `  access = "${deny ? 'Deny' : 'Allow'}"`,
      '  protocol = "Tcp"',
      '  source_port_range = "*"',
      `  destination_port_range = "${port}"`,
    ],
    fromGroup === undefined
      ? `  source_address_prefix = "${from}"`
      : `  source_application_security_group_ids = [azurerm_application_security_group.${fromGroup}.id]`,
    `  destination_address_prefix = "${to}"`,
    '}',
  ].join('\n  ');
const nsg = (on: string, ...rules: readonly string[]): string =>
  named('azurerm_network_security_group', on, ...rules) +
  block(
    'azurerm_subnet_network_security_group_association',
    on,
    `subnet_id = azurerm_subnet.${on}.id`,
    `network_security_group_id = azurerm_network_security_group.${on}.id`,
  );
const DENY_ALL = rule({ deny: true, priority: 4000 }).replace('"Tcp"', '"*"');
const other = vnet('other', '10.1.0.0/16') + subnet('far', '10.1.1.0/24', 'other') + machine('far');
const peering = (from: string, to: string, allows = true): string =>
  named(
    'azurerm_virtual_network_peering',
    `${from}-${to}`,
    ...[`virtual_network_name = azurerm_virtual_network.${from}.name`, `remote_virtual_network_id = azurerm_virtual_network.${to}.id`],
    `allow_virtual_network_access = ${allows}`,
  );
const table = (hop: string, prefix: string): string =>
  named('azurerm_route_table', 'web', 'route {', '  name = "r"', `  address_prefix = "${prefix}"`, `  next_hop_type = "${hop}"`, '}') +
  block(
    'azurerm_subnet_route_table_association',
    'web',
    'subnet_id = azurerm_subnet.web.id',
    'route_table_id = azurerm_route_table.web.id',
  );
const asg = (of: string): string =>
  named('azurerm_application_security_group', 'app') +
  block(
    'azurerm_network_interface_application_security_group_association',
    'app',
    `network_interface_id = azurerm_network_interface.${of}.id`,
    'application_security_group_id = azurerm_application_security_group.app.id',
  );

const WEB = 'azurerm_linux_virtual_machine.web';
const DB = 'azurerm_linux_virtual_machine.db';
const FAR = 'azurerm_linux_virtual_machine.far';
const TO_DB = `${WEB} => ${DB}`;

export const azureEastWest: readonly CloudCase[] = [
  { name: 'without groups all of a network is open', code: net + machines, expect: { [TO_DB]: 'yes all', [`${DB} => ${WEB}`]: 'yes all' } },
  { name: 'the rules every group has let the network in', code: net + machines + nsg('db'), expect: { [TO_DB]: 'yes all' } },
  {
    name: 'a port for a subnet, and nothing else',
    code: net + machines + nsg('db', rule({ port: '5432', from: '10.0.1.0/24' }), DENY_ALL),
    expect: { [TO_DB]: 'yes tcp/5432' },
  },
  {
    name: 'a rule for another subnet',
    code: net + machines + nsg('db', rule({ port: '5432', from: '10.0.9.0/24' }), DENY_ALL),
    expect: { [TO_DB]: 'none' },
  },
  {
    name: 'what goes out is filtered as well',
    code: net + machines + nsg('web', rule({ out: true, deny: true, to: '10.0.2.0/24' }).replace('"Tcp"', '"*"')),
    expect: { [TO_DB]: 'none', [`${DB} => ${WEB}`]: 'yes all' },
  },
  {
    name: 'ports of both sides meet',
    code:
      net +
      machines +
      nsg(
        'web',
        rule({ out: true, port: '5432', to: 'VirtualNetwork' }),
        rule({ out: true, deny: true, priority: 200 }).replace('"Tcp"', '"*"'),
      ) +
      nsg('db', rule({ port: '5000-6000', from: 'VirtualNetwork' }), DENY_ALL),
    expect: { [TO_DB]: 'yes tcp/5432' },
  },
  {
    name: 'an application security group that it belongs to',
    code: net + machines + asg('web') + nsg('db', rule({ port: '5432', fromGroup: 'app' }), DENY_ALL),
    expect: { [TO_DB]: 'yes tcp/5432' },
  },
  {
    name: 'an application security group of others',
    code: net + machines + asg('db') + nsg('db', rule({ port: '5432', fromGroup: 'app' }), DENY_ALL),
    expect: { [TO_DB]: 'none' },
  },
  { name: 'two networks are apart', code: net + machines + other, expect: { [`${WEB} => ${FAR}`]: 'none' } },
  {
    name: 'a peering of both sides',
    code: net + machines + other + peering('main', 'other') + peering('other', 'main'),
    expect: { [`${WEB} => ${FAR}`]: 'yes all' },
  },
  { name: 'a peering of one side', code: net + machines + other + peering('main', 'other'), expect: { [`${WEB} => ${FAR}`]: 'none' } },
  {
    name: 'a peering that lets nothing through',
    code: net + machines + other + peering('main', 'other') + peering('other', 'main', false),
    expect: { [`${WEB} => ${FAR}`]: 'none' },
  },
  {
    name: 'a peering leads no further',
    code:
      net +
      machines +
      other +
      vnet('third', '10.2.0.0/16') +
      subnet('last', '10.2.1.0/24', 'third') +
      machine('last') +
      peering('main', 'other') +
      peering('other', 'main') +
      peering('other', 'third') +
      peering('third', 'other'),
    expect: { 'azurerm_linux_virtual_machine.web => azurerm_linux_virtual_machine.last': 'none' },
  },
  { name: 'a route that drops it', code: net + machines + table('None', '10.0.2.0/24'), expect: { [TO_DB]: 'none' } },
  { name: 'a wider route does not win', code: net + machines + table('None', '0.0.0.0/0'), expect: { [TO_DB]: 'yes all' } },
  {
    name: 'through an appliance nobody can say',
    code: net + machines + table('VirtualAppliance', '10.0.0.0/16'),
    expect: { [TO_DB]: 'unknown all' },
  },
  {
    name: 'within a subnet the group is asked too',
    code: net + machine('web') + machine('db', 'web') + nsg('web', rule({ port: '443', from: '10.0.1.0/24' }), DENY_ALL),
    expect: { [`${WEB} => ${WEB}`]: 'yes tcp/443' },
  },
];
