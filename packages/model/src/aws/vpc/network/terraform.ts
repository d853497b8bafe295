import { defineTerraform } from '../../../code/index.ts';
import type { NetworkNames } from '../subnet-routes.ts';
import { endpointServicesOf, subnetsOf } from '../subnet-routes.ts';
import type { VpcNetwork } from './shape.ts';

const vpcTypes = ['aws_vpc', 'aws_default_vpc'];

const names: NetworkNames = {
  vpc: vpcTypes,
  subnet: 'aws_subnet',
  association: 'aws_route_table_association',
  tables: ['aws_route_table', 'aws_default_route_table'],
  route: 'aws_route',
  gateway: 'aws_internet_gateway',
  vpcId: 'vpc_id',
  subnetId: 'subnet_id',
  tableId: 'route_table_id',
  gatewayId: 'gateway_id',
  inlineRoute: 'route',
  mainTable(vpc, context) {
    const isOwn = (value: ReturnType<typeof vpc.value>): boolean =>
      context.targets(value, vpcTypes).some((each) => each.resource === vpc.resource);
    const own = context.all('aws_main_route_table_association').find((each) => isOwn(each.value('vpc_id')));
    const named = own && context.targets(own.value('route_table_id'), ['aws_route_table'])[0];
    return named ?? context.all('aws_default_route_table').find((table) => isOwn(table.value('default_route_table_id'))) ?? null;
  },
};

export const terraform = defineTerraform<VpcNetwork>({
  types: vpcTypes,
  identity: ['id'],
  read: (vpc, context) => ({
    subnets: subnetsOf(vpc, context, names),
    endpointServices: endpointServicesOf(vpc, context, {
      endpoint: 'aws_vpc_endpoint',
      service: 'service_name',
      vpcId: 'vpc_id',
      vpc: vpcTypes,
    }),
  }),
});
