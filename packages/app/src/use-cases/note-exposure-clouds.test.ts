/** Azure and Google Cloud: a rule that is open and a thing that is reached are two statements, and severity follows the second. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inFolder } from '../testing/index.ts';
import { block, named } from './exposure-clouds/kit.ts';
import { scanCode } from './scan-code.ts';

const inbound = (name: string, ...lines: readonly string[]): string =>
  [
    'security_rule {',
    ...[`  name = "${name}"`, '  direction = "Inbound"', '  source_port_range = "*"', '  destination_address_prefix = "*"'],
    ...lines.map((line) => `  ${line}`),
    '}',
  ].join('\n  ');
const OPEN = ['priority = 200', 'access = "Allow"', 'protocol = "Tcp"', 'destination_port_range = "22"', 'source_address_prefix = "*"'];
const SHUT = ['priority = 100', 'access = "Deny"', 'protocol = "*"', 'destination_port_range = "*"', 'source_address_prefix = "Internet"'];

const vnet =
  named('azurerm_virtual_network', 'main', 'address_space = ["10.0.0.0/16"]') +
  named('azurerm_subnet', 'web', 'virtual_network_name = azurerm_virtual_network.main.name', 'address_prefixes = ["10.0.1.0/24"]');
const nsg = (...rules: readonly string[]): string => named('azurerm_network_security_group', 'web', ...rules);
const tie = (group: string): string =>
  block(
    'azurerm_subnet_network_security_group_association',
    group,
    'subnet_id = azurerm_subnet.web.id',
    `network_security_group_id = azurerm_network_security_group.${group}.id`,
  );
const address = named('azurerm_public_ip', 'web', 'sku = "Standard"', 'allocation_method = "Static"');
const machine = (isPublic: boolean, ...more: readonly string[]): string =>
  named(
    'azurerm_network_interface',
    'web',
    'ip_configuration {',
    '  name = "main"',
    '  subnet_id = azurerm_subnet.web.id',
    isPublic ? '  public_ip_address_id = azurerm_public_ip.web.id' : '  private_ip_address_allocation = "Dynamic"',
    '}',
    ...more,
  ) + named('azurerm_linux_virtual_machine', 'web', 'network_interface_ids = [azurerm_network_interface.web.id]');
const open = vnet + address + nsg(inbound('ssh', ...OPEN)) + tie('web');
const balancer =
  named(
    'azurerm_lb',
    'front',
    'sku = "Standard"',
    'frontend_ip_configuration {',
    '  name = "public"',
    '  public_ip_address_id = azurerm_public_ip.web.id',
    '}',
  ) +
  named('azurerm_lb_backend_address_pool', 'web', 'loadbalancer_id = azurerm_lb.front.id') +
  named(
    'azurerm_lb_rule',
    'ssh',
    ...['loadbalancer_id = azurerm_lb.front.id', 'protocol = "Tcp"', 'frontend_port = 22', 'backend_port = 22'],
    ...['frontend_ip_configuration_name = "public"', 'backend_address_pool_ids = [azurerm_lb_backend_address_pool.web.id]'],
  ) +
  block(
    'azurerm_network_interface_backend_address_pool_association',
    'web',
    ...['network_interface_id = azurerm_network_interface.web.id', 'ip_configuration_name = "main"'],
    'backend_address_pool_id = azurerm_lb_backend_address_pool.web.id',
  );
const alone =
  nsg() +
  tie('web') +
  named(
    'azurerm_network_security_rule',
    'ssh',
    ...['network_security_group_name = azurerm_network_security_group.web.name', 'direction = "Inbound"', 'source_port_range = "*"'],
    ...['destination_address_prefix = "*"', ...OPEN],
  );
const nowhere =
  named('azurerm_route_table', 'none', 'route {', '  name = "out"', '  address_prefix = "0.0.0.0/0"', '  next_hop_type = "None"', '}') +
  block(
    'azurerm_subnet_route_table_association',
    'web',
    'subnet_id = azurerm_subnet.web.id',
    'route_table_id = azurerm_route_table.none.id',
  );
const sql = (isPublic: boolean): string =>
  named('azurerm_mssql_server', 'orders', `public_network_access_enabled = ${isPublic}`, 'version = "12.0"') +
  named(
    'azurerm_mssql_firewall_rule',
    'all',
    ...['server_id = azurerm_mssql_server.orders.id', 'start_ip_address = "0.0.0.0"', 'end_ip_address = "255.255.255.255"'],
  );

const SSH = 'azure-nsg-no-ssh-from-internet';
const SQL = 'azure-sql-no-unrestricted-firewall';
const azure: readonly Case[] = [
  ['a machine with a public address behind it', SSH, open + machine(true), 'critical', 'reachable'],
  ['no public address', SSH, open + machine(false), 'medium', 'not-reachable'],
  ['a deny of its own interface', SSH, open + machine(true) + shutInterface(), 'medium', 'not-reachable'],
  ['answers lead nowhere', SSH, open + machine(true) + nowhere, 'medium', 'not-reachable'],
  ['nobody uses it here', SSH, nsg(inbound('ssh', ...OPEN)), 'high', 'unknown'],
  ['a rule in a block of its own', SSH, vnet + address + alone + machine(true), 'critical', 'reachable'],
  ['a rule in a block of its own, no public address', SSH, vnet + alone + machine(false), 'medium', 'not-reachable'],
  ['through a load balancer that keeps the address of the caller', SSH, open + machine(false) + balancer, 'critical', 'reachable'],
  ['a rule of a balancer in a block of its own', SSH, vnet + address + alone + machine(false) + balancer, 'critical', 'reachable'],
  ['a public address that is let through', 'azure-vm-no-public-ip', open + machine(true), 'high', 'reachable'],
  [
    'a public address and a group that lets nothing in',
    'azure-vm-no-public-ip',
    vnet + address + nsg() + tie('web') + machine(true),
    'medium',
    'not-reachable',
  ],
  ['a firewall of a database that answers', SQL, sql(true), 'critical', 'reachable'],
  ['a firewall of a database without public endpoint', SQL, sql(false), 'high', 'not-reachable'],
];

function shutInterface(): string {
  return (
    named('azurerm_network_security_group', 'own', inbound('none', ...SHUT)) +
    block(
      'azurerm_network_interface_security_group_association',
      'own',
      ...['network_interface_id = azurerm_network_interface.web.id', 'network_security_group_id = azurerm_network_security_group.own.id'],
    )
  );
}

const network =
  named('google_compute_network', 'main', 'auto_create_subnetworks = false') +
  named('google_compute_subnetwork', 'main', 'network = google_compute_network.main.id', 'ip_cidr_range = "10.0.0.0/24"');
const admit = (...more: readonly string[]): string =>
  named(
    'google_compute_firewall',
    'ssh',
    ...[
      'network = google_compute_network.main.name',
      'source_ranges = ["0.0.0.0/0"]',
      'allow {',
      '  protocol = "tcp"',
      '  ports = ["22"]',
      '}',
      ...more,
    ],
  );
const adrift = network.replace(
  'auto_create_subnetworks = false',
  'auto_create_subnetworks = false\n  delete_default_routes_on_create = true',
);
const instance = (isPublic: boolean, ...more: readonly string[]): string =>
  named(
    'google_compute_instance',
    'web',
    ...[
      'network_interface {',
      '  subnetwork = google_compute_subnetwork.main.id',
      ...(isPublic ? ['  access_config {', '  }'] : []),
      '}',
      ...more,
    ],
  );
const database = (isPublic: boolean, ...networks: readonly string[]): string =>
  named(
    'google_sql_database_instance',
    'orders',
    ...[
      'database_version = "POSTGRES_16"',
      'settings {',
      '  tier = "db-f1-micro"',
      '  ip_configuration {',
      `    ipv4_enabled = ${isPublic}`,
    ],
    ...networks.flatMap((each) => ['    authorized_networks {', `      value = "${each}"`, '    }']),
    ...['  }', '}'],
  );

const GCP_SSH = 'gcp-compute-firewall-no-ssh-from-internet';
const PUBLIC = 'gcp-compute-instance-no-public-ip';
const gcp: readonly Case[] = [
  ['a machine with a public address', GCP_SSH, network + admit() + instance(true), 'critical', 'reachable'],
  ['no public address', GCP_SSH, network + admit() + instance(false), 'medium', 'not-reachable'],
  ['no route to the internet', GCP_SSH, adrift + admit() + instance(true), 'medium', 'not-reachable'],
  ['nobody uses the network here', GCP_SSH, network + admit(), 'high', 'unknown'],
  [
    'its tag is on the machine',
    GCP_SSH,
    network + admit('target_tags = ["ssh"]') + instance(true, 'tags = ["ssh"]'),
    'critical',
    'reachable',
  ],
  ['its tag is on no machine', GCP_SSH, network + admit('target_tags = ["ssh"]') + instance(true, 'tags = ["web"]'), 'high', 'unknown'],
  ['a public address that is let through', PUBLIC, network + admit() + instance(true), 'high', 'reachable'],
  ['a public address and no rule', PUBLIC, network + instance(true), 'medium', 'not-reachable'],
  ['a database open to all', 'gcp-sql-no-public-ip', database(true, '0.0.0.0/0'), 'critical', 'reachable'],
  ['a database for an office', 'gcp-sql-no-public-ip', database(true, '198.51.100.0/24'), 'medium', 'not-reachable'],
];

type Case = readonly [name: string, check: string, code: string, severity: string, state: string];

for (const [cloud, cases] of [['Azure', azure] as const, ['Google Cloud', gcp] as const]) {
  for (const [name, check, code, severity, state] of cases) {
    test(`${cloud}, ${check}: ${name}`, () =>
      inFolder({ 'main.tf': code }, async (cwd) => {
        const { report } = await scanCode({ targets: ['.'], cwd, language: 'en', now: () => new Date('2026-11-22T00:00:00Z') });
        const found = [...report.findings].find(({ checkId }) => checkId === check);
        const exposure = found?.instances[0]?.exposure;
        assert.deepEqual([found?.severity, exposure?.state], [severity, state]);
        assert.ok(state === 'unknown' || (exposure?.reason.en !== '' && exposure?.reason.ja !== ''));
      }));
  }
}
