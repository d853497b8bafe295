/** Resources of their own that change what holds for another one: private endpoints and diagnostic settings. Read in every format. */
import type { BlockReader, Leaf, ListItem, ListNode, ReaderContext } from '../../code/index.ts';
import { HOLE, byDefault, explicit, toTextWithHoles, unresolved } from '../../code/index.ts';
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
 * `service`: the part of the resource that is meant (`blobServices` of a storage account). O(settings).
 */
export function loggedCategories(resource: BlockReader, context: ReaderContext, types: readonly string[], service = ''): ListNode<string> {
  if (resource.resource === null) return resource.strings('diagnostic settings');
  const of = { resource, context, types, service };
  const ofTerraform = context
    .all('azurerm_monitor_diagnostic_setting')
    .filter((setting) => isMeant(setting.value('target_resource_id'), of))
    .flatMap((setting) => terraformCategories(setting));
  const ofArm = settingTypes
    .flatMap((type) => context.all(type))
    .filter((setting) => isMeant(setting.value('scope') ?? setting.value('parent'), of))
    .flatMap((setting) => armCategories(setting).map((item) => (saysService(setting, of) ? item : { ...item, uncertain: true })));
  const items = [...ofTerraform, ...ofArm];
  const first = items[0];
  return { node: 'list', items, rest: null, place: first?.node.node === 'leaf' ? first.node.place : resource.place };
}

/** Type names of Resource Manager do not depend on case, and people write this one in every way. */
const settingTypes = ['Microsoft.Insights', 'microsoft.insights'].flatMap((provider) =>
  ['diagnosticSettings', 'diagnosticsettings'].map((kind) => `${provider}/${kind}`),
);

interface Meant {
  readonly resource: BlockReader;
  readonly context: ReaderContext;
  readonly types: readonly string[];
  readonly service: string;
}

/** Is the value the id of the resource, or of the service of it: by reference, or because it ends with its name? */
function isMeant(value: Value | undefined, { resource, context, types, service }: Meant): boolean {
  const text = textOf(value);
  if (service === '') return leadsTo(value, resource, context, types) && !/services\//i.test(text);
  const parents = context.targets(
    value,
    types.map((type) => `${type}/${service}`),
  );
  if (parents.some((each) => leadsTo(each.value('parent'), resource, context, types))) return true;
  if (leadsTo(value, resource, context, types)) return text.includes(service.toLowerCase());
  const name = textOf(resource.value('name'));
  return name !== '' && (text.includes(`/${name}/${service.toLowerCase()}`) || text === `${name}/default`);
}

/** A setting below `…/providers/diagnosticSettings` keeps the name of the service's parent only: it may be any of its services. */
function saysService(setting: BlockReader, { service }: Meant): boolean {
  const value = setting.value('scope') ?? setting.value('parent');
  return service === '' || (value?.refs.length ?? 0) > 0 || textOf(value).includes(service.toLowerCase());
}

/** In lower case; what is not known is a hole, so that a name that comes from a parameter is found again. */
function textOf(value: Value | undefined): string {
  if (value?.kind === 'unknown') return HOLE;
  const text = value ? toTextWithHoles(value) : '';
  return typeof text === 'string' ? text.toLowerCase() : '';
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
