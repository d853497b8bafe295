import { mapCredentials } from '../../../secrets/index.ts';
import type { BlockReader, MapNode } from '../../../code/index.ts';
import { defineTerraform } from '../../../code/index.ts';
import type { LambdaFunction } from './shape.ts';

export const terraform = defineTerraform<LambdaFunction>({
  types: ['aws_lambda_function'],
  identity: ['function_name', 'arn'],
  read: (lambda, context) => ({
    packageType: lambda.string('package_type', { default: 'Zip' }),
    runtime: lambda.string('runtime'),
    credentials: credentials(lambda),
    tags: context.tags(lambda),
  }),
});

function credentials(lambda: BlockReader): MapNode<string> {
  const environment = lambda.block('environment');
  const missing = environment.missing('variables');
  const written = mapCredentials(environment.value('variables'), environment.placeOf('variables'));
  return missing.state === 'absent' || environment.value('variables') ? written : { ...written, rest: missing };
}
