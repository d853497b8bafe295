import { defineCloudFormation } from '../../../code/index.ts';
import type { NetworkNames } from '../subnet-routes.ts';
import { endpointServicesOf, subnetsOf } from '../subnet-routes.ts';
import type { VpcNetwork } from './shape.ts';

const vpcTypes = ['AWS::EC2::VPC'];

const names: NetworkNames = {
  vpc: vpcTypes,
  subnet: 'AWS::EC2::Subnet',
  association: 'AWS::EC2::SubnetRouteTableAssociation',
  tables: ['AWS::EC2::RouteTable'],
  route: 'AWS::EC2::Route',
  gateway: 'AWS::EC2::InternetGateway',
  vpcId: 'VpcId',
  subnetId: 'SubnetId',
  tableId: 'RouteTableId',
  gatewayId: 'GatewayId',
  inlineRoute: null,
  mainTable: () => null,
};

export const cloudformation = defineCloudFormation<VpcNetwork>({
  types: vpcTypes,
  read: (vpc, context) => ({
    subnets: subnetsOf(vpc, context, names),
    endpointServices: endpointServicesOf(vpc, context, {
      endpoint: 'AWS::EC2::VPCEndpoint',
      service: 'ServiceName',
      vpcId: 'VpcId',
      vpc: vpcTypes,
    }),
  }),
});
