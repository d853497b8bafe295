import type { BlockReader, NodeOf } from '../../../code/index.ts';
import { defineTerraform, object } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { EndpointConfiguration, ProductionVariant } from './shape.ts';

export const terraform = defineTerraform<EndpointConfiguration>({
  types: ['aws_sagemaker_endpoint_configuration'],
  identity: ['name'],
  read: (configuration) => ({
    hasCustomerKey: customerKey(configuration, 'kms_key_arn'),
    variants: configuration.list<ProductionVariant>('production_variants', variant),
  }),
});

function variant(block: BlockReader): NodeOf<ProductionVariant> {
  return object<ProductionVariant>({ initialInstances: block.number('initial_instance_count') }, block.place);
}
