import type { TextCredential } from '../../../secrets/index.ts';
import { mapCredentials, textCredential } from '../../../secrets/index.ts';
import type { BlockReader, Leaf, ListNode, MapNode, NodeOf, ObjectNode, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, nowhere, object, outside } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import { isAttached } from './network.ts';
import type { FunctionCors, LambdaFunction } from './shape.ts';

export const terraform = defineTerraform<LambdaFunction>({
  types: ['aws_lambda_function'],
  satellites: { aws_lambda_function_url: 'function_name' },
  lonelySatellites: 'ignored',
  identity: ['function_name', 'arn'],
  read: (lambda, context) => ({
    packageType: lambda.string('package_type', { default: 'Zip' }),
    runtime: lambda.string('runtime'),
    credentials: credentials(lambda),
    hasEnvironment: lambda.block('environment').isSet('variables'),
    hasCustomerKey: customerKey(lambda, 'kms_key_arn'),
    inVpc: isAttached(lambda.block('vpc_config'), 'subnet_ids'),
    subnets: lambda.block('vpc_config').strings('subnet_ids'),
    hasDeadLetterTarget: lambda.block('dead_letter_config').isSet('target_arn'),
    hasCodeSigning: lambda.isSet('code_signing_config_arn'),
    tracingMode: lambda.block('tracing_config').string('mode', { default: 'PassThrough' }),
    reservedConcurrency: lambda.number('reserved_concurrent_executions'),
    codeCredential: codeCredential(lambda, context),
    urls: urls(context),
    tags: context.tags(lambda),
  }),
});

/** Of a package that is put together in the same code. */
function codeCredential(lambda: BlockReader, context: ReaderContext): ObjectNode<TextCredential> | Leaf<never> {
  const [archive] = context.targets(lambda.value('filename'), ['data.archive_file']);
  const files = archive ? [{ file: archive, attribute: 'source_content' }] : [];
  for (const file of archive?.blocks('source').readers ?? []) files.push({ file, attribute: 'content' });
  const texts = files
    .filter(({ file, attribute }) => file.value(attribute))
    .map(({ file, attribute }) => textCredential(file.value(attribute), file.placeOf(attribute)));
  const found = texts.find(({ node }) => node === 'object') ?? texts.find((text) => text.node === 'leaf' && text.state === 'unresolved');
  return found ?? texts[0] ?? outside('the code is in a package', lambda.place);
}

function urls(context: ReaderContext): ListNode<FunctionCors> {
  const addresses = context.satellites('aws_lambda_function_url');
  return {
    node: 'list',
    items: addresses.map((url) => ({ node: cors(url.block('cors')), uncertain: url.uncertain })),
    rest: null,
    place: addresses[0]?.place ?? nowhere,
  };
}

function cors(block: BlockReader): NodeOf<FunctionCors> {
  return object<FunctionCors>({ origins: block.strings('allow_origins'), methods: block.strings('allow_methods') }, block.place);
}

function credentials(lambda: BlockReader): MapNode<string> {
  const environment = lambda.block('environment');
  const missing = environment.missing('variables');
  const written = mapCredentials(environment.value('variables'), environment.placeOf('variables'));
  return missing.state === 'absent' || environment.value('variables') ? written : { ...written, rest: missing };
}
