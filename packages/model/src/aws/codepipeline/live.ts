/** Answers of AWS CodePipeline, in the words of CloudFormation. Source: AWS CodePipeline API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { described, isJsonObject, itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { capitalized } from '../core/capitalized.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'codepipeline:ListPipelines', items: 'pipelines', types: ['AWS::CodePipeline::Pipeline'], declare: pipeline },
  { call: 'codepipeline:ListWebhooks', items: 'webhooks', types: ['AWS::CodePipeline::Webhook'], declare: webhook },
];

function pipeline(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'name');
  if (name === undefined) return null;
  const arn = `arn:${context.partition}:codepipeline:${context.region}:${context.account}:${name}`;
  const tags = context.answer('codepipeline:ListTagsForResource', { resourceArn: arn }, ['ResourceNotFoundException']);
  return {
    type: 'AWS::CodePipeline::Pipeline',
    id: arn,
    name,
    ...described(context.answer('codepipeline:GetPipeline', { name }, ['PipelineNotFoundException']), (json) => stores(json, context), {
      Name: name,
      Tags: whenKnown(tags, (json) => tagPairs(itemsAt(json, 'tags'))),
    }),
  };
}

/** One store, or one for each region. */
function stores(json: Json, context: LiveContext): { readonly [key: string]: LiveValue } {
  const one = jsonAt(json, 'pipeline.artifactStore');
  const perRegion = jsonAt(json, 'pipeline.artifactStores');
  return {
    RoleArn: textOf(json, 'pipeline.roleArn'),
    Stages: capitalized(itemsAt(json, 'pipeline.stages')),
    ArtifactStore: one && store(one, context),
    ArtifactStores: isJsonObject(perRegion)
      ? Object.entries(perRegion).map(([Region, each]) => ({ Region, ArtifactStore: store(each, { ...context, region: Region }) }))
      : undefined,
  };
}

function store(json: Json, context: LiveContext): LiveValue {
  return { Location: textOf(json, 'location'), EncryptionKey: { Id: keyName(jsonAt(json, 'encryptionKey.id'), context) } };
}

function webhook(item: Json): LiveThing | null {
  const [arn, name] = [textOf(item, 'arn'), textOf(item, 'definition.name')];
  if (arn === undefined) return null;
  return {
    type: 'AWS::CodePipeline::Webhook',
    id: arn,
    name: name ?? arn,
    properties: { Name: name, Authentication: textOf(item, 'definition.authentication'), Tags: tagPairs(itemsAt(item, 'tags')) },
  };
}
