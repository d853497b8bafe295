/** Answers of AWS Step Functions, in the words of CloudFormation. Source: AWS Step Functions API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { described, itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { capitalized } from '../core/capitalized.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'states:ListStateMachines', items: 'stateMachines', types: ['AWS::StepFunctions::StateMachine'], declare: stateMachine },
];

function stateMachine(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'stateMachineArn'), textOf(item, 'name')];
  if (arn === undefined) return null;
  const tags = context.answer('states:ListTagsForResource', { resourceArn: arn }, ['ResourceNotFound']);
  return {
    type: 'AWS::StepFunctions::StateMachine',
    id: arn,
    name: name ?? arn,
    ...described(
      context.answer('states:DescribeStateMachine', { stateMachineArn: arn, includedData: 'METADATA_ONLY' }, ['StateMachineDoesNotExist']),
      (json) => ({
        RoleArn: textOf(json, 'roleArn'),
        LoggingConfiguration: capitalized(jsonAt(json, 'loggingConfiguration')),
        TracingConfiguration: { Enabled: jsonAt(json, 'tracingConfiguration.enabled') ?? false },
        EncryptionConfiguration: { KmsKeyId: keyName(jsonAt(json, 'encryptionConfiguration.kmsKeyId'), context) },
      }),
      { StateMachineName: name, Tags: whenKnown(tags, (json) => tagPairs(itemsAt(json, 'tags'))) },
    ),
  };
}
