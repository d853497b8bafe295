/**
 * Answers of the Athena API, in the words of CloudFormation. How a database was made is nowhere kept, so that none is declared.
 * Source: Amazon Athena API reference, read 2026-11-22.
 */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { jsonAt, textOf, whenKnown } from '../../live/index.ts';
import { arnOf, askedTags } from '../core/answers.ts';

export const live: readonly LiveSource[] = [
  { call: 'athena:ListWorkGroups', items: 'WorkGroups', types: ['AWS::Athena::WorkGroup'], declare: workgroup },
];

function workgroup(item: Json, context: LiveContext): LiveThing | null {
  const name = textOf(item, 'Name');
  if (name === undefined) return null;
  const id = arnOf(context, 'athena', `workgroup/${name}`);
  return {
    type: 'AWS::Athena::WorkGroup',
    id,
    name,
    properties: {
      Name: name,
      State: textOf(item, 'State'),
      WorkGroupConfiguration: whenKnown(context.answer('athena:GetWorkGroup', { WorkGroup: name }), configuration),
      Tags: askedTags(context, 'athena:ListTagsForResource', { ResourceARN: id }),
    },
  };
}

function configuration(json: Json): LiveValue {
  const configured = jsonAt(json, 'WorkGroup.Configuration');
  return {
    EnforceWorkGroupConfiguration: jsonAt(configured, 'EnforceWorkGroupConfiguration') ?? false,
    PublishCloudWatchMetricsEnabled: jsonAt(configured, 'PublishCloudWatchMetricsEnabled') ?? false,
    ResultConfiguration: jsonAt(configured, 'ResultConfiguration'),
  };
}
