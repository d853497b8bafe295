/** Answers of AWS X-Ray, in the words of Terraform. Source: AWS X-Ray API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { jsonAt, Missing, textOf } from '../../live/index.ts';

const ENCRYPTION = 'aws_xray_encryption_config';

export const live: readonly LiveSource[] = [
  { call: 'xray:GetEncryptionConfig', items: 'EncryptionConfig', types: [ENCRYPTION], declare: encryption },
];

/** Every region has the setting; where nothing traces, it protects nothing. */
function encryption(item: Json, context: LiveContext): LiveThing | null {
  const type = textOf(item, 'Type');
  if (type !== 'KMS' && !isTracing(context)) return null;
  const id = `arn:${context.partition}:xray:${context.region}:${context.account}:encryption-config`;
  return { type: ENCRYPTION, id, name: context.region, properties: { type } };
}

function isTracing(context: LiveContext): boolean {
  const traces = (call: string, items: string, path: string, value: Json): boolean =>
    context.list(call, items).some((each) => !(each instanceof Missing) && jsonAt(each, path) === value);
  return (
    traces('lambda:ListFunctions', 'Functions', 'TracingConfig.Mode', 'Active') ||
    traces('apigateway:GetStages', 'item', 'tracingEnabled', true) ||
    traces('appsync:ListGraphqlApis', 'graphqlApis', 'xrayEnabled', true) ||
    traces('states:DescribeStateMachine', 'tracingConfiguration', 'enabled', true)
  );
}
