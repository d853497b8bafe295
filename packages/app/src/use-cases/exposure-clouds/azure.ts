/** Networks of Azure with answers. Each rule of the platform that is easily missed once. */
import type { CloudCase } from './kit.ts';
import { named, variable, block } from './kit.ts';

const GROUP = 'resource_group_name = "net"';
const vnet = named('azurerm_virtual_network', 'main', GROUP, 'address_space = ["10.0.0.0/16"]');
const subnet = (name = 'app', cidr = '10.0.1.0/24', ...more: readonly string[]): string =>
  named(
    'azurerm_subnet',
    name,
    GROUP,
    'virtual_network_name = azurerm_virtual_network.main.name',
    `address_prefixes = ["${cidr}"]`,
    ...more,
  );
const ip = (sku: string | null = 'Standard'): string =>
  named('azurerm_public_ip', 'ip', GROUP, 'allocation_method = "Static"', ...(sku === null ? [] : [`sku = "${sku}"`]));
const rule = (priority: number, access: 'Allow' | 'Deny', ports: string, [source = '*', ...more]: readonly string[]): string =>
  [
    'security_rule {',
    `name = "r${priority}"`,
    `priority = ${priority}`,
    'direction = "Inbound"',
    `access = "${access}"`,
    'protocol = "Tcp"',
    'source_port_range = "*"',
    `destination_port_range = "${ports}"`,
    `source_address_prefix = ${source.startsWith('var.') ? source : `"${source}"`}`,
    ...(more.length > 0 ? more : ['destination_address_prefix = "*"']),
    '}',
  ].join('\n');
const nsg = (name: string, ...rules: readonly string[]): string => named('azurerm_network_security_group', name, GROUP, ...rules);
const onSubnet = (name: string, of = 'app'): string =>
  block(
    'azurerm_subnet_network_security_group_association',
    `s-${name}`,
    `subnet_id = azurerm_subnet.${of}.id`,
    `network_security_group_id = azurerm_network_security_group.${name}.id`,
  );
const onNic = (name: string): string =>
  block(
    'azurerm_network_interface_security_group_association',
    `n-${name}`,
    'network_interface_id = azurerm_network_interface.nic.id',
    `network_security_group_id = azurerm_network_security_group.${name}.id`,
  );
const nic = (isPublic = true, more: readonly string[] = []): string =>
  named(
    'azurerm_network_interface',
    'nic',
    GROUP,
    'ip_configuration {',
    'name = "a"',
    'subnet_id = azurerm_subnet.app.id',
    'private_ip_address_allocation = "Static"',
    'private_ip_address = "10.0.1.4"',
    ...(isPublic ? ['public_ip_address_id = azurerm_public_ip.ip.id'] : []),
    ...more,
    '}',
  );
const vm = named('azurerm_linux_virtual_machine', 'vm', GROUP, 'network_interface_ids = [azurerm_network_interface.nic.id]');
const VM = 'azurerm_linux_virtual_machine.vm';
const base = vnet + subnet() + ip() + nic() + vm;
const inner = vnet + subnet() + nic(false) + vm;
const ssh = nsg('ssh', rule(100, 'Allow', '22', ['Internet']));
const table = (hop: string): string =>
  named('azurerm_route_table', 't', GROUP, 'route {', 'name = "d"', 'address_prefix = "0.0.0.0/0"', `next_hop_type = "${hop}"`, '}') +
  block('azurerm_subnet_route_table_association', 't', 'subnet_id = azurerm_subnet.app.id', 'route_table_id = azurerm_route_table.t.id');
const lb = (sku = 'Standard', isPublic = true): string =>
  ip(sku) +
  named(
    'azurerm_lb',
    'lb',
    GROUP,
    `sku = "${sku}"`,
    'frontend_ip_configuration {',
    'name = "front"',
    isPublic ? 'public_ip_address_id = azurerm_public_ip.ip.id' : 'subnet_id = azurerm_subnet.app.id',
    '}',
  ) +
  named('azurerm_lb_backend_address_pool', 'pool', 'loadbalancer_id = azurerm_lb.lb.id') +
  named(
    'azurerm_lb_rule',
    'web',
    'loadbalancer_id = azurerm_lb.lb.id',
    'frontend_ip_configuration_name = "front"',
    'protocol = "Tcp"',
    'frontend_port = 80',
    'backend_port = 8080',
    'backend_address_pool_ids = [azurerm_lb_backend_address_pool.pool.id]',
  );
const inPool = block(
  'azurerm_network_interface_backend_address_pool_association',
  'm',
  'network_interface_id = azurerm_network_interface.nic.id',
  'ip_configuration_name = "a"',
  'backend_address_pool_id = azurerm_lb_backend_address_pool.pool.id',
);
const web = nsg('web', rule(100, 'Allow', '8080', ['Internet']));
const firewallOf = (source: string): string =>
  subnet('AzureFirewallSubnet', '10.0.9.0/26') +
  ip() +
  named(
    'azurerm_firewall',
    'fw',
    GROUP,
    'ip_configuration {',
    'name = "a"',
    'subnet_id = azurerm_subnet.AzureFirewallSubnet.id',
    'public_ip_address_id = azurerm_public_ip.ip.id',
    '}',
  ) +
  named(
    'azurerm_firewall_nat_rule_collection',
    'n',
    GROUP,
    'azure_firewall_name = azurerm_firewall.fw.name',
    'rule {',
    'name = "ssh"',
    `source_addresses = ["${source}"]`,
    'destination_ports = ["2222"]',
    'destination_addresses = ["203.0.113.9"]',
    'translated_port = 22',
    'translated_address = "10.0.1.4"',
    'protocols = ["TCP"]',
    '}',
  );

const arm = (...resources: readonly object[]): string =>
  JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources,
  });
const id = (type: string, ...names: readonly string[]): { id: string } => ({
  id: `[resourceId('Microsoft.Network/${type}', ${names.map((each) => `'${each}'`).join(', ')})]`,
});
const armMachine = (access: string): string =>
  arm(
    {
      type: 'Microsoft.Network/networkSecurityGroups',
      name: 'ssh',
      apiVersion: '2024-01-01',
      properties: {
        securityRules: [
          {
            name: 'a',
            properties: {
              ...{ priority: 200, direction: 'Inbound', access, protocol: 'Tcp', sourceAddressPrefix: '*', sourcePortRange: '*' },
              ...{ destinationAddressPrefix: '*', destinationPortRange: '22' },
            },
          },
        ],
      },
    },
    {
      type: 'Microsoft.Network/virtualNetworks',
      name: 'main',
      apiVersion: '2024-01-01',
      properties: {
        addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
        subnets: [{ name: 'app', properties: { addressPrefix: '10.0.1.0/24', networkSecurityGroup: id('networkSecurityGroups', 'ssh') } }],
      },
    },
    { type: 'Microsoft.Network/publicIPAddresses', name: 'ip', apiVersion: '2024-01-01', sku: { name: 'Standard' }, properties: {} },
    {
      type: 'Microsoft.Network/networkInterfaces',
      name: 'nic',
      apiVersion: '2024-01-01',
      properties: {
        ipConfigurations: [
          {
            name: 'a',
            properties: { subnet: id('virtualNetworks/subnets', 'main', 'app'), publicIPAddress: id('publicIPAddresses', 'ip') },
          },
        ],
      },
    },
    {
      type: 'Microsoft.Compute/virtualMachines',
      name: 'vm',
      apiVersion: '2024-01-01',
      properties: { networkProfile: { networkInterfaces: [id('networkInterfaces', 'nic')] } },
    },
  );

export const azure: readonly CloudCase[] = [
  { name: 'azure: a machine whose subnet admits SSH', code: base + ssh + onSubnet('ssh'), expect: { [VM]: 'yes tcp/22' } },
  { name: 'azure: a machine whose interface admits SSH', code: base + ssh + onNic('ssh'), expect: { [VM]: 'yes tcp/22' } },
  {
    name: 'azure: both groups must allow',
    code: base + ssh + nsg('shut') + onSubnet('ssh') + onNic('shut'),
    expect: { [VM]: 'no, but: network security group' },
  },
  {
    name: 'azure: what both groups allow is what they have in common',
    code: base + nsg('a', rule(100, 'Allow', '20-30', ['*'])) + nsg('b', rule(100, 'Allow', '25-40', ['*'])) + onSubnet('a') + onNic('b'),
    expect: { [VM]: 'yes tcp/25-30' },
  },
  {
    name: 'azure: the lower priority decides',
    code: base + nsg('g', rule(200, 'Allow', '22', ['*']), rule(100, 'Deny', '22', ['Internet'])) + onNic('g'),
    expect: { [VM]: 'no, but: network security group' },
  },
  {
    name: 'azure: a denial behind the permission changes nothing',
    code: base + nsg('g', rule(100, 'Allow', '22', ['*']), rule(200, 'Deny', '*', ['*'])) + onNic('g'),
    expect: { [VM]: 'yes tcp/22' },
  },
  {
    name: 'azure: the rules that every group has admit the network, not the internet',
    code: base + nsg('g') + onSubnet('g'),
    expect: { [VM]: 'no, but: network security group' },
  },
  { name: 'azure: a standard address without a group is shut', code: base, expect: { [VM]: 'no, but: network security group' } },
  { name: 'azure: a basic address without a group is open', code: vnet + subnet() + ip('Basic') + nic() + vm, expect: { [VM]: 'yes all' } },
  {
    name: 'azure: an address whose SKU the version of the provider decides',
    code: vnet + subnet() + ip(null) + nic() + vm,
    expect: { [VM]: 'unknown all' },
  },
  { name: 'azure: no public address', code: inner + ssh + onSubnet('ssh'), expect: { [VM]: 'no, but: public address' } },
  {
    name: 'azure: a NAT gateway is for going out only',
    code:
      inner +
      ssh +
      onSubnet('ssh') +
      ip() +
      named('azurerm_nat_gateway', 'nat', GROUP) +
      block(
        'azurerm_subnet_nat_gateway_association',
        'nat',
        'subnet_id = azurerm_subnet.app.id',
        'nat_gateway_id = azurerm_nat_gateway.nat.id',
      ),
    expect: { [VM]: 'no, but: public address' },
  },
  {
    name: 'azure: the destination of a rule is the private address',
    code: base + nsg('g', rule(100, 'Allow', '22', ['*', 'destination_address_prefix = "203.0.113.9"'])) + onNic('g'),
    expect: { [VM]: 'no, but: network security group' },
  },
  {
    name: 'azure: a rule for the private address',
    code: base + nsg('g', rule(100, 'Allow', '22', ['*', 'destination_address_prefix = "10.0.1.4"'])) + onNic('g'),
    expect: { [VM]: 'yes tcp/22' },
  },
  {
    name: 'azure: a rule for an application security group that it is not in',
    code:
      base +
      named('azurerm_application_security_group', 'web', GROUP) +
      nsg(
        'g',
        rule(100, 'Allow', '22', ['*', 'destination_application_security_group_ids = [azurerm_application_security_group.web.id]']),
      ) +
      onNic('g'),
    expect: { [VM]: 'no, but: network security group' },
  },
  {
    name: 'azure: a rule for an application security group that it is in',
    code:
      base +
      named('azurerm_application_security_group', 'web', GROUP) +
      block(
        'azurerm_network_interface_application_security_group_association',
        'w',
        'network_interface_id = azurerm_network_interface.nic.id',
        'application_security_group_id = azurerm_application_security_group.web.id',
      ) +
      nsg(
        'g',
        rule(100, 'Allow', '22', ['*', 'destination_application_security_group_ids = [azurerm_application_security_group.web.id]']),
      ) +
      onNic('g'),
    expect: { [VM]: 'yes tcp/22' },
  },
  {
    name: 'azure: the tag of all of Azure is no tag of the internet, but everybody can rent a machine there',
    code: base + nsg('g', rule(100, 'Allow', '22', ['AzureCloud'])) + onNic('g'),
    expect: { [VM]: 'no, but: network security group', [`AzureCloud > ${VM}`]: 'yes tcp/22' },
  },
  {
    name: 'azure: the tag of the load balancer’s probe is nobody else',
    code: base + nsg('g', rule(100, 'Allow', '*', ['AzureLoadBalancer'])) + onNic('g'),
    expect: { [VM]: 'no, but: network security group' },
  },
  {
    name: 'azure: a single public address',
    code: base + nsg('g', rule(100, 'Allow', '22', ['198.51.100.7'])) + onNic('g'),
    expect: { [VM]: 'no, but: network security group', [`198.51.100.7/32 > ${VM}`]: 'yes tcp/22' },
  },
  {
    name: 'azure: a rule whose source nobody knows',
    code: variable('who') + base + nsg('g', rule(100, 'Allow', '22', ['var.who'])) + onNic('g'),
    expect: { [VM]: 'unknown tcp/22' },
  },
  {
    name: 'azure: a rule of its own',
    code:
      base +
      nsg('g') +
      onNic('g') +
      named(
        'azurerm_network_security_rule',
        'r',
        GROUP,
        'network_security_group_name = azurerm_network_security_group.g.name',
        'priority = 100',
        'direction = "Inbound"',
        'access = "Allow"',
        'protocol = "*"',
        'source_port_range = "*"',
        'destination_port_ranges = ["443", "8000-8010"]',
        'source_address_prefix = "0.0.0.0/0"',
        'destination_address_prefix = "VirtualNetwork"',
      ),
    expect: { [VM]: 'yes tcp/443, tcp/8000-8010, udp/443, udp/8000-8010' },
  },
  {
    name: 'azure: answers fall into a black hole',
    code: base + ssh + onNic('ssh') + table('None'),
    expect: { [VM]: 'no, but: user-defined route' },
  },
  {
    name: 'azure: answers go by a firewall',
    code: base + ssh + onNic('ssh') + table('VirtualAppliance'),
    expect: { [VM]: 'unknown all' },
  },
  { name: 'azure: a default route to the internet', code: base + ssh + onNic('ssh') + table('Internet'), expect: { [VM]: 'yes tcp/22' } },
  {
    name: 'azure: a default route may make the internet a part of VirtualNetwork',
    code: base + nsg('g') + onNic('g') + table('Internet'),
    expect: { [VM]: 'unknown all' },
  },
  {
    name: 'azure: a load balancer keeps the caller’s address',
    code: inner + lb() + inPool + web + onSubnet('web'),
    expect: { 'azurerm_lb.lb': 'yes tcp/80', [VM]: 'no, but: public address', [`azurerm_lb.lb > ${VM}`]: 'yes tcp/8080' },
  },
  {
    name: 'azure: members whose group does not admit the internet',
    code: inner + lb() + inPool + nsg('g') + onSubnet('g'),
    expect: { 'azurerm_lb.lb': 'yes tcp/80', [`azurerm_lb.lb > ${VM}`]: 'none' },
  },
  {
    name: 'azure: members of a standard load balancer without a group are shut',
    code: inner + lb() + inPool,
    expect: { [`azurerm_lb.lb > ${VM}`]: 'none' },
  },
  {
    name: 'azure: members of a basic load balancer without a group are open',
    code: inner + lb('Basic') + inPool,
    expect: { [`azurerm_lb.lb > ${VM}`]: 'yes tcp/8080' },
  },
  {
    name: 'azure: an internal load balancer',
    code: inner + lb('Standard', false) + inPool + web + onSubnet('web'),
    expect: { 'azurerm_lb.lb': 'no, but: public address', [`azurerm_lb.lb > ${VM}`]: 'none' },
  },
  {
    name: 'azure: an inbound NAT rule',
    code:
      inner +
      lb() +
      ssh +
      onSubnet('ssh') +
      named(
        'azurerm_lb_nat_rule',
        'n',
        'loadbalancer_id = azurerm_lb.lb.id',
        'frontend_ip_configuration_name = "front"',
        'protocol = "Tcp"',
        'frontend_port = 50001',
        'backend_port = 22',
      ) +
      block(
        'azurerm_network_interface_nat_rule_association',
        'n',
        'network_interface_id = azurerm_network_interface.nic.id',
        'ip_configuration_name = "a"',
        'nat_rule_id = azurerm_lb_nat_rule.n.id',
      ),
    expect: { 'azurerm_lb.lb': 'yes tcp/80, tcp/50001', [`azurerm_lb.lb > ${VM}`]: 'yes tcp/22' },
  },
  {
    name: 'azure: a firewall translates to a machine that takes from its network',
    code: inner + nsg('g') + onSubnet('g') + firewallOf('*'),
    expect: { 'azurerm_firewall.fw': 'yes tcp/2222', [`azurerm_firewall.fw > ${VM}`]: 'yes tcp/22', [VM]: 'no' },
  },
  {
    name: 'azure: a firewall translates for one address only',
    code: inner + nsg('g') + onSubnet('g') + firewallOf('198.51.100.7'),
    expect: { 'azurerm_firewall.fw': 'no, but: firewall rule', '198.51.100.7/32 > azurerm_firewall.fw': 'yes tcp/2222' },
  },
  { name: 'azure: a machine in a template', path: 'main.json', code: armMachine('Allow'), expect: { vm: 'yes tcp/22' } },
];
