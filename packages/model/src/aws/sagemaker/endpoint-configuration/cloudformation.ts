import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineCloudFormation, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { EndpointConfiguration, ProductionVariant } from './shape.ts';

export const cloudformation = defineCloudFormation<EndpointConfiguration>({
  types: ['AWS::SageMaker::EndpointConfig'],
  identity: ['EndpointConfigName'],
  read: (configuration) => ({
    hasCustomerKey: customerKey(configuration, 'KmsKeyId'),
    variants: configuration.list<ProductionVariant>('ProductionVariants', variant),
  }),
});

function variant(block: BlockReader): NodeOf<ProductionVariant> {
  return object<ProductionVariant>({ initialInstances: block.number('InitialInstanceCount') }, block.place);
}
