/** Which subnets lead to the internet: subnet → route table → route → internet gateway, read alike from every format. */
import type { BlockReader, Leaf, ListNode, ReaderContext } from '../../code/index.ts';
import { explicit, object, unresolved } from '../../code/index.ts';
import type { DeclaredResource } from '../../declared.ts';
import type { NetworkSubnet } from './network/shape.ts';

/** What a format calls the parts. */
export interface NetworkNames {
  readonly vpc: readonly string[];
  readonly subnet: string;
  readonly association: string;
  readonly tables: readonly string[];
  readonly route: string;
  readonly gateway: string;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly tableId: string;
  readonly gatewayId: string;
  /** Blocks inside a table. */
  readonly inlineRoute: string | null;
  /** The table of subnets without an association. */
  readonly mainTable: (vpc: BlockReader, context: ReaderContext) => BlockReader | null;
}

/** Subnets that name this VPC. O(subnets + associations + routes) for each VPC. */
export function subnetsOf(vpc: BlockReader, context: ReaderContext, names: NetworkNames): ListNode<NetworkSubnet> {
  const subnets = context
    .all(names.subnet)
    .filter((subnet) => context.targets(subnet.value(names.vpcId), names.vpc).some(({ resource }) => resource === vpc.resource));
  const associations = firstBy(context.all(names.association), (each) => context.targets(each.value(names.subnetId), [names.subnet]));
  const gateways = firstBy(
    context.all(names.route).filter((route) => isGateway(route, context, names)),
    (route) => context.targets(route.value(names.tableId), names.tables),
  );
  const main = subnets.length > 0 ? names.mainTable(vpc, context) : null;
  const items = subnets.map((subnet) => {
    const association = subnet.resource && associations.get(subnet.resource);
    const table = association ? (context.targets(association.value(names.tableId), names.tables)[0] ?? null) : main;
    const route = table?.resource && gateways.get(table.resource);
    // Without any table in the code the routes are those of the default one, which nobody here sees.
    const isPublic = table
      ? leadsOut(table, route ?? null, context, names)
      : unresolved<boolean>(
          { code: 'unresolved-reference', detail: 'its route table is not in this code' },
          association?.place ?? subnet.place,
        );
    return { node: object<NetworkSubnet>({ isPublic }, subnet.place), uncertain: subnet.uncertain };
  });
  return { node: 'list', items, rest: null, place: vpc.place };
}

/** Each named resource → the first block that names it. */
function firstBy(
  blocks: readonly BlockReader[],
  named: (block: BlockReader) => readonly BlockReader[],
): ReadonlyMap<DeclaredResource, BlockReader> {
  const found = new Map<DeclaredResource, BlockReader>();
  for (const block of blocks) {
    for (const { resource } of named(block)) if (resource && !found.has(resource)) found.set(resource, block);
  }
  return found;
}

/** `route`: one beside the table that leads to an internet gateway. */
function leadsOut(table: BlockReader, route: BlockReader | null, context: ReaderContext, names: NetworkNames): Leaf<boolean> {
  const inline = names.inlineRoute ? table.blocks(names.inlineRoute) : { readers: [], rest: null };
  const out = inline.readers.find((each) => isGateway(each, context, names)) ?? route;
  if (out) return explicit(true, out.place);
  return inline.rest
    ? unresolved(inline.rest.reason ?? { code: 'computed', detail: 'it is not known' }, table.place)
    : explicit(false, table.place);
}

function isGateway(route: BlockReader, context: ReaderContext, names: NetworkNames): boolean {
  const value = route.value(names.gatewayId);
  if (value === undefined) return false;
  return context.targets(value, [names.gateway]).length > 0 || (route.text(names.gatewayId).value ?? '').startsWith('igw-');
}

/** What a format calls an endpoint and what it names. */
export interface EndpointNames {
  readonly endpoint: string;
  readonly service: string;
  readonly vpcId: string;
  readonly vpc: readonly string[];
}

/** Services of the endpoints that name this VPC. */
export function endpointServicesOf(vpc: BlockReader, context: ReaderContext, names: EndpointNames): ListNode<string> {
  const items = context
    .all(names.endpoint)
    .filter((each) => context.targets(each.value(names.vpcId), names.vpc).some(({ resource }) => resource === vpc.resource))
    .flatMap((each) => each.strings(names.service).items);
  return { node: 'list', items, rest: null, place: vpc.place };
}
