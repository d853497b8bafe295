/** Answers of Amazon Bedrock, in the words of CloudFormation; invocation logging in those of Terraform. Sources: API references of Amazon Bedrock and of its agents, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing } from '../../live/index.ts';
import { described, itemsAt, jsonAt, Missing, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { capitalized } from '../core/capitalized.ts';
import { keyName } from '../kms/key-name.ts';

const LOGGING = 'aws_bedrock_model_invocation_logging_configuration';
const ABSENT = ['ResourceNotFoundException'];

export const live: readonly LiveSource[] = [
  { call: 'bedrock:ListGuardrails', items: 'guardrails', types: ['AWS::Bedrock::Guardrail'], declare: guardrail },
  { call: 'bedrock:GetModelInvocationLoggingConfiguration', items: '', types: [LOGGING], declare: invocationLogging },
  { call: 'bedrock-agent:ListAgents', items: 'agentSummaries', types: ['AWS::Bedrock::Agent'], declare: agent },
];

function guardrail(item: Json, context: LiveContext): LiveThing | null {
  const [arn, id, name] = [textOf(item, 'arn'), textOf(item, 'id'), textOf(item, 'name')];
  if (arn === undefined || id === undefined) return null;
  const tags = context.answer('bedrock:ListTagsForResource', { resourceARN: arn }, ABSENT);
  return {
    type: 'AWS::Bedrock::Guardrail',
    id: arn,
    name: name ?? id,
    names: [id],
    ...described(
      context.answer('bedrock:GetGuardrail', { guardrailIdentifier: id }, ABSENT),
      (json) => ({
        ContentPolicyConfig: { FiltersConfig: capitalized(itemsAt(json, 'contentPolicy.filters')) },
        SensitiveInformationPolicyConfig: capitalized(jsonAt(json, 'sensitiveInformationPolicy')),
        KmsKeyArn: keyName(jsonAt(json, 'kmsKeyArn'), context),
      }),
      { Name: name, Tags: whenKnown(tags, (json) => tagPairs(itemsAt(json, 'tags'))) },
    ),
  };
}

/** Every region has the setting; where nothing shows that models are used there, nobody is asked to log. */
function invocationLogging(item: Json, context: LiveContext): LiveThing | null {
  const config = jsonAt(item, 'loggingConfig');
  const things = [...context.list('bedrock:ListGuardrails', 'guardrails'), ...context.list('bedrock-agent:ListAgents', 'agentSummaries')];
  if (config === undefined && !things.some((each) => !(each instanceof Missing))) return null;
  return {
    type: LOGGING,
    id: `arn:${context.partition}:bedrock:${context.region}:${context.account}:model-invocation-logging`,
    name: context.region,
    properties: {
      logging_config: {
        cloudwatch_config: jsonAt(config, 'cloudWatchConfig'),
        s3_config: jsonAt(config, 's3Config'),
        text_data_delivery_enabled: jsonAt(config, 'textDataDeliveryEnabled') ?? false,
      },
    },
  };
}

function agent(item: Json, context: LiveContext): LiveThing | null {
  const [id, name] = [textOf(item, 'agentId'), textOf(item, 'agentName')];
  if (id === undefined) return null;
  const arn = `arn:${context.partition}:bedrock:${context.region}:${context.account}:agent/${id}`;
  const tags = context.answer('bedrock-agent:ListTagsForResource', { resourceArn: arn }, ABSENT);
  return {
    type: 'AWS::Bedrock::Agent',
    id: arn,
    name: name ?? id,
    names: [id],
    ...described(
      context.answer('bedrock-agent:GetAgent', { agentId: id }, ABSENT),
      (json) => ({
        CustomerEncryptionKeyArn: keyName(jsonAt(json, 'agent.customerEncryptionKeyArn'), context),
        AgentResourceRoleArn: textOf(json, 'agent.agentResourceRoleArn'),
        GuardrailConfiguration: capitalized(jsonAt(json, 'agent.guardrailConfiguration')),
      }),
      { AgentName: name, Tags: whenKnown(tags, (json) => tagPairs(jsonAt(json, 'tags') ?? {})) },
    ),
  };
}
