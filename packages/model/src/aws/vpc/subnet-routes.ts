/** Which subnets lead to the internet: subnet → route table → route → internet gateway, read alike from every format. */
import type { BlockReader, Leaf, ListNode, ReaderContext } from '../../code/index.ts';
import { explicit, object, unresolved } from '../../code/index.ts';
import type { Value } from '../../value.ts';
import type { NetworkSubnet } from './network/shape.ts';

/** What a format calls the parts. */
export interface NetworkNames {
  readonly vpc: readonly string[];
  readonly subnet: string;
  readonly association: string;
  readonly table: string;
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

/** Subnets that name this VPC. O(subnets × associations). */
export function subnetsOf(vpc: BlockReader, context: ReaderContext, names: NetworkNames): ListNode<NetworkSubnet> {
  const items = context
    .all(names.subnet)
    .filter((subnet) => isNamed(subnet.value(names.vpcId), vpc, context, names.vpc))
    .map((subnet) => ({
      node: object<NetworkSubnet>({ isPublic: isPublic(subnet, vpc, context, names) }, subnet.place),
      uncertain: subnet.uncertain,
    }));
  return { node: 'list', items, rest: null, place: vpc.place };
}

function isNamed(named: Value | undefined, owner: BlockReader, context: ReaderContext, types: readonly string[]): boolean {
  return context.targets(named, types).some((each) => each.resource === owner.resource);
}

function isPublic(subnet: BlockReader, vpc: BlockReader, context: ReaderContext, names: NetworkNames): Leaf<boolean> {
  const association = context.all(names.association).find((each) => isNamed(each.value(names.subnetId), subnet, context, [names.subnet]));
  const [table] = association ? context.targets(association.value(names.tableId), [names.table]) : [names.mainTable(vpc, context)];
  if (table) return leadsOut(table, context, names);
  // Without any table in the code the routes are those of the default one, which nobody here sees.
  return unresolved({ code: 'unresolved-reference', detail: 'its route table is not in this code' }, association?.place ?? subnet.place);
}

function leadsOut(table: BlockReader, context: ReaderContext, names: NetworkNames): Leaf<boolean> {
  const inline = names.inlineRoute ? table.blocks(names.inlineRoute) : { readers: [], rest: null };
  const types = [names.table, table.resource?.type ?? names.table];
  const beside = context.all(names.route).filter((route) => isNamed(route.value(names.tableId), table, context, types));
  const out = [...inline.readers, ...beside].find((route) => isGateway(route, context, names));
  if (out) return explicit(true, out.place);
  return inline.rest
    ? unresolved(inline.rest.reason ?? { code: 'computed', detail: 'it is not known' }, table.place)
    : explicit(false, table.place);
}

function isGateway(route: BlockReader, context: ReaderContext, names: NetworkNames): boolean {
  const value = route.value(names.gatewayId);
  return (
    value !== undefined &&
    (context.targets(value, [names.gateway]).length > 0 || (route.text(names.gatewayId).value ?? '').startsWith('igw-'))
  );
}

/** Services of the endpoints that name this VPC. */
export function endpointServicesOf(
  vpc: BlockReader,
  context: ReaderContext,
  {
    endpoint,
    service,
    vpcId,
    vpcTypes,
  }: { readonly endpoint: string; readonly service: string; readonly vpcId: string; readonly vpcTypes: readonly string[] },
): ListNode<string> {
  const endpoints = context.all(endpoint).filter((each) => isNamed(each.value(vpcId), vpc, context, vpcTypes));
  const lists = endpoints.map((each) => each.strings(service));
  return { node: 'list', items: lists.flatMap(({ items }) => items), rest: null, place: vpc.place };
}
