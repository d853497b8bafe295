import { defineCloudFormation } from '../../../code/index.ts';
import type { SageMakerModel } from './shape.ts';

export const cloudformation = defineCloudFormation<SageMakerModel>({
  types: ['AWS::SageMaker::Model'],
  identity: ['ModelName'],
  read: (model) => ({
    isIsolated: model.boolean('EnableNetworkIsolation', { default: false }),
    inVpc: model.has('VpcConfig'),
  }),
});
