import { mapCredentials } from '../../../secrets/index.ts';
import type { BlockReader, MapNode } from '../../../code/index.ts';
import { defineTerraform, outside } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import type { LambdaFunction } from './shape.ts';

export const terraform = defineTerraform<LambdaFunction>({
  types: ['aws_lambda_function'],
  identity: ['function_name', 'arn'],
  read: (lambda, context) => ({
    packageType: lambda.string('package_type', { default: 'Zip' }),
    runtime: lambda.string('runtime'),
    credentials: credentials(lambda),
    hasEnvironment: lambda.block('environment').isSet('variables'),
    hasCustomerKey: customerKey(lambda, 'kms_key_arn'),
    subnets: lambda.block('vpc_config').strings('subnet_ids'),
    hasDeadLetterTarget: lambda.block('dead_letter_config').isSet('target_arn'),
    hasCodeSigning: lambda.isSet('code_signing_config_arn'),
    tracingMode: lambda.block('tracing_config').string('mode', { default: 'PassThrough' }),
    reservedConcurrency: lambda.number('reserved_concurrent_executions'),
    codeCredential: outside('the code is in a package', lambda.place),
    tags: context.tags(lambda),
  }),
});

function credentials(lambda: BlockReader): MapNode<string> {
  const environment = lambda.block('environment');
  const missing = environment.missing('variables');
  const written = mapCredentials(environment.value('variables'), environment.placeOf('variables'));
  return missing.state === 'absent' || environment.value('variables') ? written : { ...written, rest: missing };
}
