/** Answers of the Kinesis Data Streams API, in the words of CloudFormation. Source: Amazon Kinesis API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { jsonAt, policyJson, textOf, whenKnown } from '../../live/index.ts';
import { arnOf, askedTags } from '../core/answers.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'kinesis:ListStreams',
    items: 'StreamNames',
    types: ['AWS::Kinesis::Stream', 'AWS::Kinesis::ResourcePolicy'],
    declare: stream,
  },
];

function stream(item: Json, context: LiveContext): readonly LiveThing[] {
  if (typeof item !== 'string') return [];
  const answer = context.answer('kinesis:DescribeStreamSummary', { StreamName: item }, ['ResourceNotFoundException']);
  if (answer === null) return [];
  const id = arnOf(context, 'kinesis', `stream/${item}`);
  const own: LiveThing = {
    type: 'AWS::Kinesis::Stream',
    id,
    name: item,
    properties: {
      Name: item,
      StreamEncryption: whenKnown(answer, (json) => encryption(jsonAt(json, 'StreamDescriptionSummary'), context)),
      RetentionPeriodHours: whenKnown(answer, (json) => jsonAt(json, 'StreamDescriptionSummary.RetentionPeriodHours')),
      Tags: askedTags(context, 'kinesis:ListTagsForStream', { StreamName: item }),
    },
  };
  const policy = whenKnown(context.answer('kinesis:GetResourcePolicy', { ResourceARN: id }, ['ResourceNotFoundException']), (json) =>
    policyOf(textOf(json, 'Policy')),
  );
  if (policy === undefined) return [own];
  return [
    own,
    { type: 'AWS::Kinesis::ResourcePolicy', id: `${id}#policy`, name: item, properties: { ResourceArn: id, ResourcePolicy: policy } },
  ];
}

function encryption(summary: Json | undefined, context: LiveContext): LiveValue {
  return { EncryptionType: textOf(summary, 'EncryptionType') ?? 'NONE', KeyId: keyName(jsonAt(summary, 'KeyId'), context) };
}

/** A stream without a policy has an empty one. */
function policyOf(text: string | undefined): LiveValue {
  return text === undefined || /^\s*(?:\{\s*\})?\s*$/.test(text) ? undefined : policyJson(text);
}
