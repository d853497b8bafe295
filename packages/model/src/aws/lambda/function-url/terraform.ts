import { defineTerraform } from '../../../code/index.ts';
import type { FunctionUrl } from './shape.ts';

export const terraform = defineTerraform<FunctionUrl>({
  types: ['aws_lambda_function_url'],
  identity: ['function_name'],
  read: (block) => ({
    authType: block.string('authorization_type', { default: 'NONE' }),
    allowedOrigins: block.block('cors').strings('allow_origins'),
  }),
});
