/** Services of Azure with answers: public endpoints and their own firewalls. */
import type { CloudCase } from './kit.ts';
import { block, named, variable } from './kit.ts';

const GROUP = 'resource_group_name = "net"';
const inSubnet =
  named('azurerm_virtual_network', 'main', GROUP, 'address_space = ["10.0.0.0/16"]') +
  named('azurerm_subnet', 'app', GROUP, 'virtual_network_name = azurerm_virtual_network.main.name', 'address_prefixes = ["10.0.1.0/24"]');
const sql = (...more: readonly string[]): string => named('azurerm_mssql_server', 'db', GROUP, ...more);
const sqlRule = (from: string, to: string): string =>
  named(
    'azurerm_mssql_firewall_rule',
    'r',
    'server_id = azurerm_mssql_server.db.id',
    `start_ip_address = "${from}"`,
    `end_ip_address = "${to}"`,
  );
const storage = (...more: readonly string[]): string => named('azurerm_storage_account', 'orders', GROUP, ...more);

export const azureServices: readonly CloudCase[] = [
  {
    name: 'azure: storage is open to everybody unless it says otherwise',
    code: storage(),
    expect: { 'azurerm_storage_account.orders': 'yes tcp/443' },
  },
  {
    name: 'azure: storage with rules inside',
    code: storage('network_rules {', 'default_action = "Deny"', 'ip_rules = ["198.51.100.0/24"]', '}'),
    expect: {
      'azurerm_storage_account.orders': 'no, but: service firewall',
      '198.51.100.0/24 > azurerm_storage_account.orders': 'yes tcp/443',
    },
  },
  {
    name: 'azure: storage with rules beside',
    code:
      storage() +
      block(
        'azurerm_storage_account_network_rules',
        'r',
        'storage_account_id = azurerm_storage_account.orders.id',
        'default_action = "Deny"',
      ),
    expect: { 'azurerm_storage_account.orders': 'no, but: service firewall' },
  },
  {
    name: 'azure: storage without public access',
    code: storage('public_network_access_enabled = false'),
    expect: { 'azurerm_storage_account.orders': 'no, but: public endpoint' },
  },
  { name: 'azure: a SQL server without rules', code: sql(), expect: { 'azurerm_mssql_server.db': 'no, but: service firewall' } },
  {
    name: 'azure: 0.0.0.0 of a SQL server means all customers of Azure',
    code: sql() + sqlRule('0.0.0.0', '0.0.0.0'),
    expect: { 'azurerm_mssql_server.db': 'no, but: service firewall', 'AzureCloud > azurerm_mssql_server.db': 'yes tcp/1433' },
  },
  {
    name: 'azure: a SQL server that is open to all addresses',
    code: sql() + sqlRule('0.0.0.0', '255.255.255.255'),
    expect: { 'azurerm_mssql_server.db': 'yes tcp/1433' },
  },
  {
    name: 'azure: public access of a SQL server is off, whatever its rules say',
    code: sql('public_network_access_enabled = false') + sqlRule('0.0.0.0', '255.255.255.255'),
    expect: { 'azurerm_mssql_server.db': 'no, but: public endpoint' },
  },
  {
    name: 'azure: a flexible server in a subnet of its own',
    code: inSubnet + named('azurerm_postgresql_flexible_server', 'pg', GROUP, 'delegated_subnet_id = azurerm_subnet.app.id'),
    expect: { 'azurerm_postgresql_flexible_server.pg': 'no' },
  },
  {
    name: 'azure: a Cosmos DB account that takes from Azure',
    code: named('azurerm_cosmosdb_account', 'c', GROUP, 'ip_range_filter = ["0.0.0.0", "198.51.100.7"]'),
    expect: { 'azurerm_cosmosdb_account.c': 'no, but: service firewall', 'AzureCloud > azurerm_cosmosdb_account.c': 'yes tcp/443' },
  },
  {
    name: 'azure: restrictions of an app close it for all others',
    code: named(
      'azurerm_linux_web_app',
      'shop',
      GROUP,
      'site_config {',
      'ip_restriction {',
      'ip_address = "198.51.100.0/24"',
      'action = "Allow"',
      'priority = 100',
      '}',
      '}',
    ),
    expect: {
      'azurerm_linux_web_app.shop': 'no, but: service firewall',
      '198.51.100.0/24 > azurerm_linux_web_app.shop': 'yes tcp/80, tcp/443',
    },
  },
  {
    name: 'azure: an app that only denies one address',
    code: named(
      'azurerm_linux_web_app',
      'shop',
      GROUP,
      'site_config {',
      'ip_restriction_default_action = "Allow"',
      'ip_restriction {',
      'ip_address = "198.51.100.0/24"',
      'action = "Deny"',
      'priority = 100',
      '}',
      '}',
    ),
    expect: { 'azurerm_linux_web_app.shop': 'yes tcp/80, tcp/443' },
  },
  {
    name: 'azure: an app that only Front Door may call',
    code:
      named(
        'azurerm_linux_web_app',
        'shop',
        GROUP,
        'site_config {',
        'ip_restriction {',
        'service_tag = "AzureFrontDoor.Backend"',
        'priority = 100',
        '}',
        '}',
      ) +
      named('azurerm_cdn_frontdoor_endpoint', 'fd') +
      named('azurerm_cdn_frontdoor_origin', 'o', 'host_name = "shop.azurewebsites.net"'),
    expect: {
      'azurerm_cdn_frontdoor_endpoint.fd': 'yes tcp/80, tcp/443',
      'azurerm_linux_web_app.shop': 'no, but: service firewall',
      'azurerm_cdn_frontdoor_endpoint.fd > azurerm_linux_web_app.shop': 'yes tcp/80, tcp/443',
    },
  },
  {
    name: 'azure: ranges of a cluster’s API',
    code: named(
      'azurerm_kubernetes_cluster',
      'aks',
      GROUP,
      'api_server_access_profile {',
      'authorized_ip_ranges = ["198.51.100.0/24"]',
      '}',
    ),
    expect: {
      'azurerm_kubernetes_cluster.aks': 'no, but: service firewall',
      '198.51.100.0/24 > azurerm_kubernetes_cluster.aks': 'yes tcp/443',
    },
  },
  {
    name: 'azure: a private cluster',
    code: named('azurerm_kubernetes_cluster', 'aks', GROUP, 'private_cluster_enabled = true'),
    expect: { 'azurerm_kubernetes_cluster.aks': 'no, but: public endpoint' },
  },
  {
    name: 'azure: a key vault whose firewall nobody knows',
    code:
      variable('action') +
      named('azurerm_key_vault', 'v', GROUP, 'network_acls {', 'default_action = var.action', 'bypass = "AzureServices"', '}'),
    expect: { 'azurerm_key_vault.v': 'unknown tcp/443' },
  },
];
