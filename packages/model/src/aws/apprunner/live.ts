/** Answers of AWS App Runner, in the words of CloudFormation. Source: AWS App Runner API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { described, itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';

const ABSENT = ['ResourceNotFoundException'];

export const live: readonly LiveSource[] = [
  { call: 'apprunner:ListServices', items: 'ServiceSummaryList', types: ['AWS::AppRunner::Service'], declare: service },
];

function service(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'ServiceArn'), textOf(item, 'ServiceName')];
  if (arn === undefined || textOf(item, 'Status') === 'DELETED') return null;
  const tags = context.answer('apprunner:ListTagsForResource', { ResourceArn: arn }, ABSENT);
  return {
    type: 'AWS::AppRunner::Service',
    id: arn,
    name: name ?? arn,
    names: [textOf(item, 'ServiceUrl') ?? arn],
    ...described(
      context.answer('apprunner:DescribeService', { ServiceArn: arn }, ABSENT),
      (json) => ({
        EncryptionConfiguration: { KmsKey: keyName(jsonAt(json, 'Service.EncryptionConfiguration.KmsKey'), context) },
        InstanceConfiguration: jsonAt(json, 'Service.InstanceConfiguration'),
        NetworkConfiguration: jsonAt(json, 'Service.NetworkConfiguration'),
        SourceConfiguration: jsonAt(json, 'Service.SourceConfiguration'),
      }),
      { ServiceName: name, Tags: whenKnown(tags, (json) => tagPairs(itemsAt(json, 'Tags'))) },
    ),
  };
}
