/** Answers of Amazon AppFlow, in the words of CloudFormation. Source: Amazon AppFlow API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { described, jsonAt, lookUp, Missing, tagPairs, textOf } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';

export const live: readonly LiveSource[] = [
  { call: 'appflow:ListFlows', items: 'flows', types: ['AWS::AppFlow::Flow'], declare: flow },
  {
    call: 'appflow:DescribeConnectorProfiles',
    items: 'connectorProfileDetails',
    types: ['AWS::AppFlow::ConnectorProfile'],
    declare: connectorProfile,
  },
];

function flow(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'flowArn'), textOf(item, 'flowName')];
  if (arn === undefined || name === undefined) return null;
  return {
    type: 'AWS::AppFlow::Flow',
    id: arn,
    name,
    ...described(
      context.answer('appflow:DescribeFlow', { flowName: name }, ['ResourceNotFoundException']),
      (json) => ({ KMSArn: keyName(jsonAt(json, 'kmsArn'), context) }),
      { FlowName: name, Tags: tagPairs(jsonAt(item, 'tags') ?? {}) },
    ),
  };
}

function connectorProfile(item: Json, context: LiveContext): LiveThing | null {
  const [arn, name] = [textOf(item, 'connectorProfileArn'), textOf(item, 'connectorProfileName')];
  if (arn === undefined) return null;
  const properties = { ConnectorProfileName: name, KMSArn: keyOf(textOf(item, 'credentialsArn'), context) };
  return { type: 'AWS::AppFlow::ConnectorProfile', id: arn, name: name ?? arn, properties };
}

/** A profile does not say its key; the secret that AppFlow keeps its credentials in does. */
function keyOf(secret: string | undefined, context: LiveContext): LiveValue {
  if (secret === undefined) return new Missing('the profile names no secret');
  const found = lookUp(context, { call: 'secretsmanager:ListSecrets', items: 'SecretList', key: 'ARN' }, secret);
  if (found instanceof Missing) return found;
  return found === undefined ? new Missing('the secret of the profile is not listed') : keyName(jsonAt(found, 'KmsKeyId'), context);
}
