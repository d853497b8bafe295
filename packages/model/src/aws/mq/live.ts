/** Answers of the Amazon MQ API, in the words of CloudFormation. Source: Amazon MQ API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { jsonAt, Missing, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'mq:ListBrokers', items: 'BrokerSummaries', types: ['AWS::AmazonMQ::Broker'], declare: broker },
  { call: 'mq:ListConfigurations', items: 'Configurations', types: ['AWS::AmazonMQ::Configuration'], declare: configuration },
];

function broker(item: Json, context: LiveContext): LiveThing | null {
  const [BrokerId, arn, name] = [textOf(item, 'BrokerId'), textOf(item, 'BrokerArn'), textOf(item, 'BrokerName')];
  if (BrokerId === undefined || arn === undefined) return null;
  const answer = context.answer('mq:DescribeBroker', { BrokerId }, ['NotFoundException']);
  if (answer === null) return null;
  const described = (path: string): LiveValue => whenKnown(answer, (json) => jsonAt(json, path));
  return {
    type: 'AWS::AmazonMQ::Broker',
    id: arn,
    name: name ?? BrokerId,
    names: [BrokerId],
    properties: {
      BrokerName: name,
      EngineType: textOf(item, 'EngineType') ?? described('EngineType'),
      EngineVersion: described('EngineVersion'),
      DeploymentMode: textOf(item, 'DeploymentMode') ?? described('DeploymentMode'),
      PubliclyAccessible: whenKnown(answer, (json) => jsonAt(json, 'PubliclyAccessible') ?? false),
      Logs: whenKnown(answer, (json) => ({
        General: jsonAt(json, 'Logs.General') ?? false,
        Audit: jsonAt(json, 'Logs.Audit') ?? false,
      })),
      AutoMinorVersionUpgrade: whenKnown(answer, (json) => jsonAt(json, 'AutoMinorVersionUpgrade') ?? false),
      EncryptionOptions: answer instanceof Missing ? answer : { KmsKeyId: keyName(jsonAt(answer, 'EncryptionOptions.KmsKeyId'), context) },
      Tags: whenKnown(answer, (json) => tagPairs(jsonAt(json, 'Tags') ?? {})),
    },
  };
}

function configuration(item: Json): LiveThing | null {
  const [id, name] = [textOf(item, 'Arn'), textOf(item, 'Name')];
  if (id === undefined || name === undefined) return null;
  return {
    type: 'AWS::AmazonMQ::Configuration',
    id,
    name,
    properties: {
      Name: name,
      EngineType: textOf(item, 'EngineType'),
      EngineVersion: textOf(item, 'EngineVersion'),
      Tags: tagPairs(jsonAt(item, 'Tags') ?? {}),
    },
  };
}
