/** Answers of AWS Lambda, in the words of CloudFormation. Source: AWS Lambda API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { itemsAt, jsonAt, Missing, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';
import { permissions } from './live-permissions.ts';

const MAPPING = 'AWS::Lambda::EventSourceMapping';
const URL = 'AWS::Lambda::Url';
const ABSENT = ['ResourceNotFoundException'];

export const live: readonly LiveSource[] = [
  { call: 'lambda:ListFunctions', items: 'Functions', types: ['AWS::Lambda::Function', URL, 'AWS::Lambda::Permission'], declare: lambda },
  { call: 'lambda:ListEventSourceMappings', items: 'EventSourceMappings', types: [MAPPING], declare: mapping },
  {
    call: 'lambda:GetLayerVersionPolicy',
    items: '',
    types: ['AWS::Lambda::LayerVersionPermission'],
    after: 'lambda:ListLayers',
    absent: ABSENT,
    declare: layerPermissions,
  },
];

function lambda(item: Json, context: LiveContext): readonly LiveThing[] {
  const [arn, name] = [textOf(item, 'FunctionArn'), textOf(item, 'FunctionName')];
  if (arn === undefined || name === undefined) return [];
  const ask = (operation: string): Json | Missing => context.answer(`lambda:${operation}`, { FunctionName: name }, ABSENT);
  const isImage = textOf(item, 'PackageType') === 'Image';
  const own: LiveThing = {
    type: 'AWS::Lambda::Function',
    id: arn,
    name,
    properties: {
      FunctionName: name,
      PackageType: textOf(item, 'PackageType'),
      Runtime: textOf(item, 'Runtime'),
      Role: textOf(item, 'Role'),
      Environment: jsonAt(item, 'Environment'),
      KmsKeyArn: keyName(jsonAt(item, 'KMSKeyArn'), context),
      VpcConfig: jsonAt(item, 'VpcConfig'),
      Layers: itemsAt(item, 'Layers').map((layer) => textOf(layer, 'Arn')),
      FileSystemConfigs: itemsAt(item, 'FileSystemConfigs'),
      DeadLetterConfig: jsonAt(item, 'DeadLetterConfig'),
      TracingConfig: jsonAt(item, 'TracingConfig'),
      CodeSigningConfigArn: isImage
        ? undefined
        : whenKnown(ask('GetFunctionCodeSigningConfig'), (json) => textOf(json, 'CodeSigningConfigArn')),
      ReservedConcurrentExecutions: whenKnown(ask('GetFunctionConcurrency'), (json) => jsonAt(json, 'ReservedConcurrentExecutions')),
      Tags: whenKnown(context.answer('lambda:ListTags', { Resource: arn }, ABSENT), (json) => tagPairs(jsonAt(json, 'Tags') ?? {})),
    },
  };
  return [own, ...urls(arn, ask('ListFunctionUrlConfigs')), ...permissions(ask('GetPolicy'), arn)];
}

function mapping(item: Json): LiveThing | null {
  const [id, target] = [textOf(item, 'UUID'), textOf(item, 'FunctionArn')];
  if (id === undefined || target === undefined) return null;
  return {
    type: MAPPING,
    id: textOf(item, 'EventSourceMappingArn') ?? `${target}#${id}`,
    names: [id],
    properties: {
      FunctionName: target,
      EventSourceArn: textOf(item, 'EventSourceArn'),
      Queues: itemsAt(item, 'Queues'),
      Topics: itemsAt(item, 'Topics'),
    },
  };
}

function urls(arn: string, answer: Json | Missing): readonly LiveThing[] {
  // Whether there is one is not known: one of which nothing is known stands for it.
  if (answer instanceof Missing) return [{ type: URL, id: `${arn}#url`, properties: { TargetFunctionArn: arn }, rest: answer }];
  return itemsAt(answer, 'FunctionUrlConfigs').map((url) => ({
    type: URL,
    id: textOf(url, 'FunctionUrl') ?? `${arn}#url`,
    properties: { TargetFunctionArn: arn, AuthType: textOf(url, 'AuthType'), Cors: jsonAt(url, 'Cors') },
  }));
}

function layerPermissions(answer: Json, { request, partition, region, account }: LiveContext): readonly LiveThing[] {
  const [layer, version] = [textOf(request, 'LayerName'), textOf(request, 'VersionNumber')];
  if (layer === undefined || version === undefined) return [];
  return permissions(answer, `arn:${partition}:lambda:${region}:${account}:layer:${layer}:${version}`).map((permission) => ({
    ...permission,
    type: 'AWS::Lambda::LayerVersionPermission',
    properties: { ...permission.properties, OrganizationId: permission.properties['PrincipalOrgID'] },
  }));
}
