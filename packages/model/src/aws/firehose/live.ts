/** Answers of the Data Firehose API, in the words of CloudFormation. Source: Amazon Data Firehose API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { jsonAt, textOf, whenKnown } from '../../live/index.ts';
import { arnOf, askedTags } from '../core/answers.ts';

export const live: readonly LiveSource[] = [
  {
    call: 'firehose:ListDeliveryStreams',
    items: 'DeliveryStreamNames',
    types: ['AWS::KinesisFirehose::DeliveryStream'],
    declare: stream,
  },
];

function stream(item: Json, context: LiveContext): LiveThing | null {
  if (typeof item !== 'string') return null;
  const answer = context.answer('firehose:DescribeDeliveryStream', { DeliveryStreamName: item }, ['ResourceNotFoundException']);
  if (answer === null) return null;
  const described = (path: string): LiveValue => whenKnown(answer, (json) => jsonAt(json, `DeliveryStreamDescription.${path}`));
  return {
    type: 'AWS::KinesisFirehose::DeliveryStream',
    id: arnOf(context, 'firehose', `deliverystream/${item}`),
    name: item,
    properties: {
      DeliveryStreamName: item,
      DeliveryStreamType: described('DeliveryStreamType'),
      KinesisStreamSourceConfiguration: described('Source.KinesisStreamSourceDescription'),
      MSKSourceConfiguration: described('Source.MSKSourceDescription'),
      DeliveryStreamEncryptionConfigurationInput: whenKnown(answer, encryption),
      Tags: askedTags(context, 'firehose:ListTagsForDeliveryStream', { DeliveryStreamName: item }),
    },
  };
}

/** Switched off it is still described, with its status. */
function encryption(json: Json): LiveValue {
  const described = jsonAt(json, 'DeliveryStreamDescription.DeliveryStreamEncryptionConfiguration');
  if (!/^ENABL(?:ED|ING)$/.test(textOf(described, 'Status') ?? '')) return undefined;
  return { KeyType: textOf(described, 'KeyType'), KeyARN: textOf(described, 'KeyARN') };
}
