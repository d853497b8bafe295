import type { BlockReader, ListNode, MapNode, NodeOf, ReaderContext } from '../../../code/index.ts';
import { defineCloudFormation, nowhere, object } from '../../../code/index.ts';
import { mapCredentials, textCredential } from '../../../secrets/index.ts';
import { customerKey } from '../../core/index.ts';
import { isAttached } from './network.ts';
import type { FunctionCors, LambdaFunction } from './shape.ts';

/** Source: CloudFormation template reference, AWS::Lambda::Function, read 2026-11-22. */
export const cloudformation = defineCloudFormation<LambdaFunction>({
  types: ['AWS::Lambda::Function'],
  satellites: { 'AWS::Lambda::Url': 'TargetFunctionArn' },
  lonelySatellites: 'ignored',
  identity: ['FunctionName'],
  read: (lambda, context) => ({
    packageType: lambda.string('PackageType', { default: 'Zip' }),
    runtime: lambda.string('Runtime'),
    credentials: credentials(lambda),
    hasEnvironment: lambda.block('Environment').isSet('Variables'),
    hasCustomerKey: customerKey(lambda, 'KmsKeyArn'),
    inVpc: isAttached(lambda.block('VpcConfig'), 'SubnetIds'),
    subnets: lambda.block('VpcConfig').strings('SubnetIds'),
    hasDeadLetterTarget: lambda.block('DeadLetterConfig').isSet('TargetArn'),
    hasCodeSigning: lambda.isSet('CodeSigningConfigArn'),
    tracingMode: lambda.block('TracingConfig').string('Mode', { default: 'PassThrough' }),
    reservedConcurrency: lambda.number('ReservedConcurrentExecutions'),
    codeCredential: textCredential(lambda.block('Code').value('ZipFile'), lambda.block('Code').placeOf('ZipFile')),
    urls: urls(context),
    tags: context.tags(lambda),
  }),
});

function urls(context: ReaderContext): ListNode<FunctionCors> {
  const addresses = context.satellites('AWS::Lambda::Url');
  return {
    node: 'list',
    items: addresses.map((url) => ({ node: cors(url.block('Cors')), uncertain: url.uncertain })),
    rest: null,
    place: addresses[0]?.place ?? nowhere,
  };
}

function cors(block: BlockReader): NodeOf<FunctionCors> {
  return object<FunctionCors>({ origins: block.strings('AllowOrigins'), methods: block.strings('AllowMethods') }, block.place);
}

function credentials(lambda: BlockReader): MapNode<string> {
  const environment = lambda.block('Environment');
  const missing = environment.missing('Variables');
  const written = mapCredentials(environment.value('Variables'), environment.placeOf('Variables'));
  return missing.state === 'absent' || environment.value('Variables') ? written : { ...written, rest: missing };
}
