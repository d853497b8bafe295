/**
 * Services with public endpoints and their own firewalls. Sources: hashicorp/azurerm documentation, Azure template reference, and the
 * documentation of each service about its firewall, read 2026-11-22.
 */
import type { BlockReader } from '../../code/index.ts';
import type { EntityContext, EntityReader } from '../entity.ts';
import type { FrontRule, FrontSetting, PublicFront } from '../network-clouds.ts';
import { NO_TEXTS, blocksAt, flagAt, isWritten, numberAt, textAt, textsAt, union } from '../reading.ts';
import type { Known, Texts } from '../undecided.ts';
import { isUndecided } from '../undecided.ts';
import { isSwitchedOn } from './network-balancers.ts';
import type { AzureEntity } from './network-words.ts';
import { idAt, idsAt, isOneOf, networkReader, placeOf, wordAt } from './network-words.ts';

interface FrontRow {
  readonly types: string;
  readonly kind: string;
  readonly ports: readonly number[];
  /** Paths of what switches public access off and on; nothing written means on. */
  readonly switch?: string;
  readonly isPublic?: (block: BlockReader, context: EntityContext) => Known<boolean>;
  /** Paths of `Allow` or `Deny` for whom no rule names. */
  readonly fallback?: string;
  readonly closedByDefault?: boolean;
  readonly rulesClose?: boolean;
  /** Paths of addresses that may call. */
  readonly allowed?: string;
  readonly rules?: (block: BlockReader, context: EntityContext) => readonly FrontRule[];
  readonly hosts?: (name: string) => readonly string[];
  readonly targets?: string;
  readonly login?: string;
}

const HTTPS = [443];

function frontOf(row: FrontRow, block: BlockReader, context: EntityContext): PublicFront {
  const { base } = context;
  const written = textAt(block, 'name');
  const name = typeof written === 'string' ? written : '';
  const fallback = row.fallback === undefined ? undefined : wordAt(block, row.fallback);
  const allowed = row.allowed === undefined ? NO_TEXTS : textsAt(block, row.allowed);
  const isDenied = isOneOf(fallback, 'deny', row.closedByDefault ?? false);
  return {
    ...base,
    kind: 'public-front',
    frontKind: row.kind,
    isPublic: row.isPublic?.(block, context) ?? (row.switch === undefined ? true : (isSwitchedOn(block, row.switch) ?? true)),
    rules: [...(row.rules?.(block, context) ?? []), ...(allowed.items.length > 0 ? [allowRule(allowed, block, context)] : [])],
    rulesRest: allowed.rest,
    otherwise: typeof isDenied === 'boolean' ? (isDenied ? 'deny' : 'allow') : isDenied,
    rulesClose: (row.rulesClose ?? false) && fallback === undefined,
    ports: row.ports.map((port) => ({ from: port, to: port })),
    login: row.login,
    targets: row.targets === undefined ? NO_TEXTS : idsAt(block, row.targets),
    hosts: (row.hosts?.(name) ?? []).map((each) => each.toLowerCase()),
    shields: NO_TEXTS,
  };
}

function allowRule(sources: Texts, block: BlockReader, context: EntityContext): FrontRule {
  return { isAllow: true, sources, priority: 100, place: placeOf(block, context), node: context.base.node, uncertain: false };
}

/** `ip_restriction` of App Service: ordered, allow or deny; `AppService.*`, virtual networks and other tags stay texts that nobody on the internet has. */
function restrictions(block: BlockReader, context: EntityContext): readonly FrontRule[] {
  const written = ['site_config.ip_restriction', 'properties.siteConfig.ipSecurityRestrictions'].flatMap(
    (path) => blocksAt(block, path).readers,
  );
  return written.map((each) => {
    const action = wordAt(each, 'action');
    const network = isWritten(each, 'virtual_network_subnet_id vnetSubnetResourceId');
    const sources = textsAt(each, 'ip_address service_tag ipAddress');
    return {
      isAllow: isOneOf(action, 'allow', true),
      sources: network === true ? { items: ['VirtualNetwork'], rest: null } : mapAny(sources),
      priority: numberOr(numberAt(each, 'priority'), 65_000),
      place: placeOf(each, context),
      node: context.base.node,
      uncertain: each.uncertain,
    };
  });
}

function mapAny({ items, rest }: Texts): Texts {
  return { items: items.map((each) => (each.toLowerCase() === 'any' ? '*' : each)), rest };
}

function numberOr(value: Known<number | undefined>, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

/** The API server of a cluster: private clusters have none for the internet. */
function clusterIsPublic(block: BlockReader): Known<boolean> {
  const isPrivate = flagAt(block, 'private_cluster_enabled properties.apiServerAccessProfile.enablePrivateCluster');
  return isPrivate === undefined ? true : isUndecided(isPrivate) ? isPrivate : !isPrivate;
}

/** Flexible servers: delegated subnets make them private. */
function serverIsPublic(block: BlockReader): Known<boolean> {
  const inside = isWritten(block, 'delegated_subnet_id properties.network.delegatedSubnetResourceId');
  if (inside !== false) return inside === true ? false : inside;
  const path = 'public_network_access_enabled public_network_access properties.network.publicNetworkAccess properties.publicNetworkAccess';
  return isSwitchedOn(block, path) ?? true;
}

const SWITCH = 'public_network_access_enabled public_network_access properties.publicNetworkAccess';
const ACLS = 'properties.networkAcls';

const ROWS: readonly FrontRow[] = [
  {
    types: 'azurerm_storage_account Microsoft.Storage/storageAccounts',
    kind: 'azure.storage.account',
    ports: HTTPS,
    switch: SWITCH,
    fallback: `network_rules.default_action ${ACLS}.defaultAction`,
    allowed: `network_rules.ip_rules ${ACLS}.ipRules.value`,
    hosts: (name) => ['blob', 'web', 'file', 'dfs'].map((each) => `${name}.${each}.core.windows.net`),
  },
  {
    types: 'azurerm_key_vault Microsoft.KeyVault/vaults',
    kind: 'azure.keyvault.vault',
    ports: HTTPS,
    switch: SWITCH,
    fallback: `network_acls.default_action ${ACLS}.defaultAction`,
    allowed: `network_acls.ip_rules ${ACLS}.ipRules.value`,
    login: 'iam',
  },
  {
    types: 'azurerm_mssql_server azurerm_sql_server Microsoft.Sql/servers',
    kind: 'azure.sql.server',
    ports: [1433],
    switch: SWITCH,
    closedByDefault: true,
  },
  {
    types: 'azurerm_mssql_managed_instance Microsoft.Sql/managedInstances',
    kind: 'azure.sql.instance',
    ports: [3342],
    isPublic: (block) => flagAt(block, 'public_data_endpoint_enabled properties.publicDataEndpointEnabled') ?? false,
  },
  {
    types:
      'azurerm_postgresql_flexible_server azurerm_postgresql_server Microsoft.DBforPostgreSQL/flexibleServers Microsoft.DBforPostgreSQL/servers',
    kind: 'azure.postgresql.server',
    ports: [5432],
    isPublic: serverIsPublic,
    closedByDefault: true,
  },
  {
    types:
      'azurerm_mysql_flexible_server azurerm_mysql_server azurerm_mariadb_server Microsoft.DBforMySQL/flexibleServers Microsoft.DBforMySQL/servers',
    kind: 'azure.mysql.server',
    ports: [3306],
    isPublic: serverIsPublic,
    closedByDefault: true,
  },
  {
    types: 'azurerm_cosmosdb_account Microsoft.DocumentDB/databaseAccounts',
    kind: 'azure.cosmosdb.account',
    ports: HTTPS,
    switch: SWITCH,
    rulesClose: true,
    rules: cosmosRules,
  },
  { types: 'azurerm_redis_cache Microsoft.Cache/redis', kind: 'azure.redis.cache', ports: [6380], switch: SWITCH, rulesClose: true },
  {
    types: 'azurerm_container_registry Microsoft.ContainerRegistry/registries',
    kind: 'azure.container.registry',
    ports: HTTPS,
    switch: SWITCH,
    fallback: 'network_rule_set.default_action properties.networkRuleSet.defaultAction',
    allowed: 'network_rule_set.ip_rule.ip_range properties.networkRuleSet.ipRules.value',
  },
  {
    types: [
      'azurerm_linux_web_app azurerm_windows_web_app azurerm_app_service azurerm_linux_function_app azurerm_windows_function_app azurerm_function_app',
      'azurerm_function_app_flex_consumption azurerm_logic_app_standard Microsoft.Web/sites',
    ].join(' '),
    kind: 'azure.app.site',
    ports: [80, 443],
    switch: SWITCH,
    fallback: 'site_config.ip_restriction_default_action properties.siteConfig.ipSecurityRestrictionsDefaultAction',
    rules: restrictions,
    rulesClose: true,
    hosts: (name) => [`${name}.azurewebsites.net`],
  },
  {
    types: 'azurerm_kubernetes_cluster Microsoft.ContainerService/managedClusters',
    kind: 'azure.aks.cluster',
    ports: HTTPS,
    isPublic: clusterIsPublic,
    allowed:
      'api_server_access_profile.authorized_ip_ranges api_server_authorized_ip_ranges properties.apiServerAccessProfile.authorizedIPRanges',
    rulesClose: true,
    login: 'iam',
  },
  {
    types: 'azurerm_container_app Microsoft.App/containerApps',
    kind: 'azure.container.app',
    ports: HTTPS,
    isPublic: (block) => flagAt(block, 'ingress.external_enabled properties.configuration.ingress.external') ?? false,
    rules: appRestrictions,
    rulesClose: true,
  },
  {
    types: 'azurerm_servicebus_namespace Microsoft.ServiceBus/namespaces',
    kind: 'azure.servicebus.namespace',
    ports: HTTPS,
    switch: SWITCH,
    fallback: 'network_rule_set.default_action',
    allowed: 'network_rule_set.ip_rules',
    login: 'iam',
  },
  {
    types: 'azurerm_eventhub_namespace Microsoft.EventHub/namespaces',
    kind: 'azure.eventhub.namespace',
    ports: HTTPS,
    switch: SWITCH,
    fallback: 'network_rulesets.default_action',
    allowed: 'network_rulesets.ip_rule.ip_mask',
    login: 'iam',
  },
  {
    types: 'azurerm_cognitive_account Microsoft.CognitiveServices/accounts',
    kind: 'azure.cognitive.account',
    ports: HTTPS,
    switch: SWITCH,
    fallback: `network_acls.default_action ${ACLS}.defaultAction`,
    allowed: `network_acls.ip_rules ${ACLS}.ipRules.value`,
    login: 'iam',
  },
  {
    types: 'azurerm_api_management Microsoft.ApiManagement/service',
    kind: 'azure.apim.service',
    ports: HTTPS,
    isPublic: (block) => {
      const type = wordAt(block, 'virtual_network_type properties.virtualNetworkType');
      const isInside = isOneOf(type, 'internal', false);
      if (isInside !== false) return isInside === true ? false : isInside;
      return isSwitchedOn(block, SWITCH) ?? true;
    },
  },
  {
    types: 'azurerm_cdn_frontdoor_endpoint azurerm_frontdoor Microsoft.Cdn/profiles/afdEndpoints Microsoft.Network/frontDoors',
    kind: 'azure.front-door',
    ports: [80, 443],
    isPublic: (block) => flagAt(block, 'enabled') ?? true,
    targets: 'backend_pool.backend.address properties.backendPools.properties.backends.address',
  },
];

/** `ip_range_filter`: a text with commas, or a list; `0.0.0.0` lets in all of Azure's datacenters. Nothing: everybody. */
function cosmosRules(block: BlockReader, context: EntityContext): readonly FrontRule[] {
  const { items, rest } = textsAt(block, 'ip_range_filter properties.ipRules.ipAddressOrRange');
  const all = items.flatMap((each) => each.split(',')).map((each) => (each.trim() === '0.0.0.0' ? 'AzureCloud' : each.trim()));
  const sources = { items: all.filter((each) => each !== ''), rest };
  const network = flagAt(block, 'is_virtual_network_filter_enabled properties.isVirtualNetworkFilterEnabled');
  if (sources.items.length === 0 && rest === null)
    return network === true ? [allowRule({ items: ['VirtualNetwork'], rest: null }, block, context)] : [];
  return [allowRule(sources, block, context)];
}

function appRestrictions(block: BlockReader, context: EntityContext): readonly FrontRule[] {
  const paths = ['ingress.ip_security_restriction', 'properties.configuration.ingress.ipSecurityRestrictions'];
  return paths
    .flatMap((path) => blocksAt(block, path).readers)
    .map((each, index) => ({
      isAllow: isOneOf(wordAt(each, 'action'), 'allow', true),
      sources: textsAt(each, 'ip_address_range ipAddressRange'),
      priority: index,
      place: placeOf(each, context),
      node: context.base.node,
      uncertain: each.uncertain,
    }));
}

function setting(base: EntityContext['base'], front: Known<string | undefined>, more: Partial<FrontSetting>): FrontSetting {
  const says = { rules: [], rulesRest: null, otherwise: undefined, isPublic: undefined, login: undefined, isShield: false };
  return { ...base, kind: 'front-setting', front, ...says, ...more };
}

/** 0.0.0.0 to 0.0.0.0 means every address of Azure, also of other customers. Source: "Azure SQL Database and Azure Synapse IP firewall rules", read 2026-11-22. */
function rangeRule(block: BlockReader, context: EntityContext): FrontSetting {
  const from = textAt(block, 'start_ip_address start_ip properties.startIpAddress properties.startIP');
  const to = textAt(block, 'end_ip_address end_ip properties.endIpAddress properties.endIP');
  const rest = isUndecided(from) ? from.undecided : isUndecided(to) ? to.undecided : null;
  const isAzure = from === '0.0.0.0' && to === '0.0.0.0';
  const items = rest || typeof from !== 'string' || typeof to !== 'string' ? [] : [isAzure ? 'AzureCloud' : `${from}-${to}`];
  const front = idAt(block, 'server_id server_name redis_cache_name parent');
  const rule = {
    isAllow: true,
    sources: { items, rest },
    priority: 100,
    place: context.base.place,
    node: context.base.node,
    uncertain: context.base.uncertain,
  };
  return setting(context.base, front, { rules: [rule] });
}

export const azureFrontReaders: readonly EntityReader<AzureEntity>[] = [
  ...ROWS.map((row) => networkReader(row.types, (block, context) => frontOf(row, block, context))),
  networkReader(
    [
      'azurerm_mssql_firewall_rule azurerm_sql_firewall_rule azurerm_postgresql_flexible_server_firewall_rule azurerm_postgresql_firewall_rule',
      'azurerm_mysql_flexible_server_firewall_rule azurerm_mysql_firewall_rule azurerm_mariadb_firewall_rule azurerm_redis_firewall_rule',
      'Microsoft.Sql/servers/firewallRules Microsoft.DBforPostgreSQL/flexibleServers/firewallRules Microsoft.DBforPostgreSQL/servers/firewallRules',
      'Microsoft.DBforMySQL/flexibleServers/firewallRules Microsoft.DBforMySQL/servers/firewallRules Microsoft.Cache/redis/firewallRules',
    ].join(' '),
    rangeRule,
  ),
  networkReader('azurerm_storage_account_network_rules', (block, context) => {
    const allowed = textsAt(block, 'ip_rules');
    const otherwise = isOneOf(wordAt(block, 'default_action'), 'deny', false);
    return setting(context.base, idAt(block, 'storage_account_id storage_account_name'), {
      rules: allowed.items.length > 0 ? [allowRule(allowed, block, context)] : [],
      rulesRest: allowed.rest,
      otherwise: typeof otherwise === 'boolean' ? (otherwise ? 'deny' : 'allow') : otherwise,
    });
  }),
  // Of a front door: which hosts an endpoint leads to is said by routes and groups of origins; each origin of the profile is taken.
  networkReader('azurerm_cdn_frontdoor_origin Microsoft.Cdn/profiles/originGroups/origins', (block, { base }) => {
    const targets = union([idsAt(block, 'host_name properties.hostName')]);
    return { ...base, kind: 'azure.pool', of: 'front-door', addresses: targets };
  }),
];
