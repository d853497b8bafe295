import { defineCloudFormation, outside } from '../../../code/index.ts';
import { isPrivate } from './endpoint.ts';
import type { RestApi } from './shape.ts';

export const cloudformation = defineCloudFormation<RestApi>({
  types: ['AWS::ApiGateway::RestApi'],
  identity: ['Name'],
  read: (api) => ({
    isPrivate: isPrivate(api.block('EndpointConfiguration'), 'Types'),
    createsBeforeDestroying: outside('CloudFormation has no such setting', api.place),
  }),
});
