import { defineTerraform } from '../../../code/index.ts';
import { isPrivate } from './endpoint.ts';
import type { RestApi } from './shape.ts';

export const terraform = defineTerraform<RestApi>({
  types: ['aws_api_gateway_rest_api'],
  identity: ['name', 'id'],
  read: (api) => ({
    isPrivate: isPrivate(api.block('endpoint_configuration'), 'types'),
    createsBeforeDestroying: api.block('lifecycle').boolean('create_before_destroy', { default: false }),
  }),
});
