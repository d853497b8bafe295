import { defineTerraform } from '../../../code/index.ts';
import type { SageMakerModel } from './shape.ts';

export const terraform = defineTerraform<SageMakerModel>({
  types: ['aws_sagemaker_model'],
  identity: ['name'],
  read: (model) => ({
    isIsolated: model.boolean('enable_network_isolation', { default: false }),
    inVpc: model.has('vpc_config'),
  }),
});
