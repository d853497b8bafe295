import type { BlockReader, ObjectNode } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import type { Route, RouteTable } from './shape.ts';

export const terraform = defineTerraform<RouteTable>({
  types: ['aws_route_table', 'aws_default_route_table'],
  satellites: { aws_route: 'route_table_id' },
  lonelySatellites: 'each',
  reportAtSatellites: true,
  identity: ['id'],
  read(table, context) {
    const inline = table.list<Route>('route', (route) => routeOf(route, ['cidr_block', 'ipv6_cidr_block']));
    const beside = context.satellites('aws_route').map((route) => ({
      node: routeOf(route, ['destination_cidr_block', 'destination_ipv6_cidr_block']),
      uncertain: route.uncertain,
    }));
    // Of a route whose table is elsewhere only the route itself is judged.
    return { routes: { ...inline, items: [...inline.items, ...beside], rest: table.resource ? inline.rest : null } };
  },
});

function routeOf(route: BlockReader, destinations: readonly [string, string]): ObjectNode<Route> {
  const [ipv4, ipv6] = destinations;
  return object<Route>(
    {
      destination: route.string(route.value(ipv4) ? ipv4 : ipv6),
      isPeering: route.isSet('vpc_peering_connection_id'),
      isInstance: route.isSet('instance_id'),
    },
    route.place,
  );
}
