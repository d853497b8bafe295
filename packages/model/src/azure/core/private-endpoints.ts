/** Private endpoints: resources of their own that lead to another one. Read in every format. */
import type { BlockReader, Leaf, Place, ReaderContext } from '../../code/index.ts';
import { byDefault, explicit, unresolved } from '../../code/index.ts';
import type { Naming } from './links.ts';
import { linksOf, unseenAmong } from './links.ts';

interface Connection {
  readonly place: Place;
  /** It may not exist, or more than one resource may be meant. */
  readonly isUncertain: boolean;
  /** Nobody can know what it leads to: a variable nobody set, a data source. */
  readonly isOpen: boolean;
}

/**
 * Is there a private endpoint for the resource in this code? `types`: the block types the resource has, for following the reference.
 * Unknown when the endpoint may not exist, or when one leads to something that nobody can know.
 */
export function hasPrivateEndpoint(resource: BlockReader, context: ReaderContext, types: readonly string[]): Leaf<boolean> {
  if (resource.resource === null) return resource.boolean('private endpoint', { default: false });
  const answered = approvedConnection(resource);
  if (answered) return answered;
  const links = [
    linksOf(context.all('azurerm_private_endpoint'), types, { context, namings: terraformConnections }),
    linksOf(context.all('Microsoft.Network/privateEndpoints'), types, { context, namings: armConnections }),
  ];
  const own = links.flatMap(({ to }) => (resource.resource && to.get(resource.resource)) ?? []);
  const sure = own.find(({ isUncertain }) => !isUncertain);
  if (sure) return explicit(true, sure.place);
  const open = own[0] ?? links.flatMap(({ elsewhere }) => elsewhere).find(({ isOpen }) => isOpen);
  const unseen = unseenAmong(context.all('Microsoft.Network/privateEndpoints'));
  if (!open) return unseen ?? byDefault(false, resource.place);
  const detail = own[0] ? 'it is not known whether its private endpoint exists' : 'it is not known what a private endpoint leads to';
  return unresolved({ code: 'computed', detail }, open.place);
}

/** Live resources list the endpoints that lead to them, also those of other subscriptions. Null when they do not say. */
function approvedConnection(resource: BlockReader): Leaf<boolean> | null {
  const properties = resource.block('properties');
  if (properties.value('privateEndpointConnections')?.kind !== 'list') return null;
  const approved = properties
    .blocks('privateEndpointConnections')
    .readers.map((each) => each.block('properties').block('privateLinkServiceConnectionState').string('status'))
    .find((status) => status.value?.toLowerCase() === 'approved');
  return explicit(approved !== undefined, approved?.place ?? properties.placeOf('privateEndpointConnections'));
}

function terraformConnections(endpoint: BlockReader): readonly Naming<Connection>[] {
  const { readers } = endpoint.blocks('private_service_connection');
  return readers.map((connection) => naming(endpoint, connection, 'private_connection_resource_id'));
}

function armConnections(endpoint: BlockReader): readonly Naming<Connection>[] {
  const properties = endpoint.block('properties');
  return ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections'].flatMap((name) =>
    properties.blocks(name).readers.map((connection) => naming(endpoint, connection.block('properties'), 'privateLinkServiceId')),
  );
}

function naming(endpoint: BlockReader, connection: BlockReader, name: string): Naming<Connection> {
  const value = connection.value(name);
  const isUncertain = endpoint.uncertain || connection.uncertain;
  return { value, from: { place: connection.placeOf(name), isUncertain, isOpen: value?.kind === 'unknown' && value.refs.length === 0 } };
}
