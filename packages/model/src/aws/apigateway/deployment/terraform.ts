import { defineTerraform } from '../../../code/index.ts';
import type { RestApiDeployment } from './shape.ts';

export const terraform = defineTerraform<RestApiDeployment>({
  types: ['aws_api_gateway_deployment'],
  read: (deployment) => ({
    createsBeforeDestroying: deployment.block('lifecycle').boolean('create_before_destroy', { default: false }),
  }),
});
