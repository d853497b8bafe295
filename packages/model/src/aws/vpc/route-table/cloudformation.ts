import { defineCloudFormation, object } from '../../../code/index.ts';
import type { Route, RouteTable } from './shape.ts';

export const cloudformation = defineCloudFormation<RouteTable>({
  types: ['AWS::EC2::RouteTable'],
  satellites: { 'AWS::EC2::Route': 'RouteTableId' },
  lonelySatellites: 'each',
  reportAtSatellites: true,
  read(table, context) {
    const items = context.satellites('AWS::EC2::Route').map((route) => ({
      node: object<Route>(
        {
          destination: route.string(route.value('DestinationCidrBlock') ? 'DestinationCidrBlock' : 'DestinationIpv6CidrBlock'),
          isPeering: route.isSet('VpcPeeringConnectionId'),
          isInstance: route.isSet('InstanceId'),
        },
        route.place,
      ),
      uncertain: route.uncertain,
    }));
    return { routes: { node: 'list', items, rest: null, place: table.place } };
  },
});
