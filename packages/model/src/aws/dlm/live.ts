/** Answers of Amazon Data Lifecycle Manager, in the words of CloudFormation. Source: Amazon Data Lifecycle Manager API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { described, itemsAt, jsonAt, tagPairs, textOf } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'dlm:GetLifecyclePolicies', items: 'Policies', types: ['AWS::DLM::LifecyclePolicy'], declare: policy },
];

function policy(item: Json, context: LiveContext): LiveThing | null {
  const [id, description] = [textOf(item, 'PolicyId'), textOf(item, 'Description')];
  if (id === undefined) return null;
  return {
    type: 'AWS::DLM::LifecyclePolicy',
    id: `arn:${context.partition}:dlm:${context.region}:${context.account}:policy/${id}`,
    name: description ?? id,
    names: [id],
    ...described(
      context.answer('dlm:GetLifecyclePolicy', { PolicyId: id }, ['ResourceNotFoundException']),
      (json) => ({ PolicyDetails: details(jsonAt(json, 'Policy.PolicyDetails'), context) }),
      { Description: description, State: textOf(item, 'State'), Tags: tagPairs(jsonAt(item, 'Tags') ?? {}) },
    ),
  };
}

function details(json: Json | undefined, context: LiveContext): LiveValue {
  const copy = (rule: Json | undefined): LiveValue => ({
    Encrypted: jsonAt(rule, 'Encrypted') ?? false,
    CmkArn: keyName(jsonAt(rule, 'CmkArn'), context),
  });
  return {
    Schedules: itemsAt(json, 'Schedules').map((schedule) => ({
      CrossRegionCopyRules: itemsAt(schedule, 'CrossRegionCopyRules').map(copy),
    })),
    Actions: itemsAt(json, 'Actions').map((action) => ({
      CrossRegionCopy: itemsAt(action, 'CrossRegionCopy').map((each) => ({
        EncryptionConfiguration: copy(jsonAt(each, 'EncryptionConfiguration')),
      })),
    })),
  };
}
