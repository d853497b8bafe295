import { defineTerraform } from '../../../terraform/index.ts';
import type { LambdaFunction } from './shape.ts';

export const terraform = defineTerraform<LambdaFunction>({
  types: ['aws_lambda_function'],
  identity: ['function_name', 'arn'],
  read: (lambda, context) => ({
    packageType: lambda.string('package_type', { default: 'Zip' }),
    runtime: lambda.string('runtime'),
    tags: context.tags(lambda),
  }),
});
