/** Resources of their own that change what holds for another one: private endpoints and diagnostic settings. Read in every format. */
import type { BlockReader, Leaf, ListItem, ListNode, ReaderContext } from '../../code/index.ts';
import { byDefault, explicit, unresolved } from '../../code/index.ts';
import type { Value } from '../../value.ts';

/**
 * Is there a private endpoint for the resource in this code? `types`: the block types the resource has, for following the reference.
 * Unknown when an endpoint leads to something that nobody can know. O(private endpoints).
 */
export function hasPrivateEndpoint(resource: BlockReader, context: ReaderContext, types: readonly string[]): Leaf<boolean> {
  if (resource.resource === null) return resource.boolean('private endpoint', { default: false });
  const connections = [
    ...context
      .all('azurerm_private_endpoint')
      .flatMap((endpoint) =>
        endpoint.blocks('private_service_connection').readers.map((connection) => target(connection, 'private_connection_resource_id')),
      ),
    ...context.all('Microsoft.Network/privateEndpoints').flatMap((endpoint) =>
      ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections'].flatMap((name) =>
        endpoint
          .block('properties')
          .blocks(name)
          .readers.map((connection) => target(connection.block('properties'), 'privateLinkServiceId')),
      ),
    ),
  ];
  const own = connections.find(({ value }) => leadsTo(value, resource, context, types));
  if (own) return explicit(true, own.place);
  const open = connections.find(({ value }) => isOpen(value));
  return open
    ? unresolved({ code: 'computed', detail: 'it is not known what a private endpoint leads to' }, open.place)
    : byDefault(false, resource.place);
}

/**
 * Categories and category groups that diagnostic settings of the resource collect (`AuditEvent`, `allLogs`), those switched off left out.
 * `part`: what Resource Manager and azurerm append to the resource's id for one of its services (`/blobServices/default`). O(settings).
 */
export function loggedCategories(resource: BlockReader, context: ReaderContext, types: readonly string[], part = ''): ListNode<string> {
  if (resource.resource === null) return resource.strings('diagnostic settings');
  const ofTerraform = context
    .all('azurerm_monitor_diagnostic_setting')
    .filter(
      (setting) =>
        leadsTo(setting.value('target_resource_id'), resource, context, types) && hasPart(setting.value('target_resource_id'), part),
    );
  const ofArm = context
    .all('Microsoft.Insights/diagnosticSettings')
    .filter((setting) =>
      ['scope', 'parent'].some((name) => leadsTo(setting.value(name), resource, context, types) && hasPart(setting.value(name), part)),
    );
  const items = [...ofTerraform.flatMap(terraformCategories), ...ofArm.flatMap(armCategories)];
  const first = items[0];
  return { node: 'list', items, rest: null, place: first?.node.node === 'leaf' ? first.node.place : resource.place };
}

function terraformCategories(setting: BlockReader): ListItem<string>[] {
  return ['enabled_log', 'log'].flatMap((type) =>
    setting
      .blocks(type)
      .readers.filter((log) => type === 'enabled_log' || log.boolean('enabled', { default: true }).value !== false)
      .flatMap((log) => category(log, 'category', 'category_group')),
  );
}

function armCategories(setting: BlockReader): ListItem<string>[] {
  return setting
    .block('properties')
    .blocks('logs')
    .readers.filter((log) => log.boolean('enabled', { default: false }).value !== false)
    .flatMap((log) => category(log, 'category', 'categoryGroup'));
}

function category(log: BlockReader, name: string, group: string): ListItem<string>[] {
  return [name, group]
    .filter((each) => log.value(each) !== undefined)
    .map((each) => ({ node: log.string(each, { default: '' }), uncertain: log.uncertain }));
}

interface Target {
  readonly value: Value | undefined;
  readonly place: BlockReader['place'];
}

function target(connection: BlockReader, name: string): Target {
  return { value: connection.value(name), place: connection.placeOf(name) };
}

function leadsTo(value: Value | undefined, resource: BlockReader, context: ReaderContext, types: readonly string[]): boolean {
  return context.targets(value, types).some((each) => each.resource === resource.resource);
}

/** A variable nobody set, a data source: it may be any resource. What refers to a resource of this code is that one. */
function isOpen(value: Value | undefined): boolean {
  return value?.kind === 'unknown' && value.refs.length === 0;
}

/** `"${azurerm_storage_account.orders.id}/blobServices/default"` for the part `/blobServices`; without a part the resource itself. */
function hasPart(value: Value | undefined, part: string): boolean {
  if (part === '') return true;
  if (value?.kind === 'string') return value.value.toLowerCase().includes(part.toLowerCase());
  if (value?.kind !== 'template') return false;
  return value.parts.some((each) => typeof each === 'string' && each.toLowerCase().includes(part.toLowerCase()));
}
