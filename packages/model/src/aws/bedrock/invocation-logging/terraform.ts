import type { BlockReader, Leaf } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { InvocationLogging } from './shape.ts';

export const terraform = defineTerraform<InvocationLogging>({
  types: ['aws_bedrock_model_invocation_logging_configuration'],
  read: (logging) => ({
    hasDestination: destination(logging),
    logsText: logging.block('logging_config').boolean('text_data_delivery_enabled', { default: true }),
  }),
});

function destination(logging: BlockReader): Leaf<boolean> {
  const config = logging.block('logging_config');
  const toLogs = config.has('cloudwatch_config');
  return toLogs.value === false ? config.has('s3_config') : toLogs;
}
