/** Answers of the Secrets Manager API → secrets, in the words of CloudFormation. Source: AWS Secrets Manager API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { daysSince, jsonAt, policyJson, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';

const SATELLITES = ['AWS::SecretsManager::RotationSchedule', 'AWS::SecretsManager::ResourcePolicy'];

export const live: readonly LiveSource[] = [
  { call: 'secretsmanager:ListSecrets', items: 'SecretList', types: ['AWS::SecretsManager::Secret', ...SATELLITES], declare: secret },
];

function secret(item: Json, context: LiveContext): readonly LiveThing[] {
  const [arn, name] = [textOf(item, 'ARN'), textOf(item, 'Name')];
  if (arn === undefined || name === undefined) return [];
  const policy = context.answer('secretsmanager:GetResourcePolicy', { SecretId: arn }, ['ResourceNotFoundException']);
  const document = whenKnown(policy, (json) => policyJson(jsonAt(json, 'ResourcePolicy')));
  const things: LiveThing[] = [
    {
      type: 'AWS::SecretsManager::Secret',
      id: arn,
      name,
      properties: {
        Name: name,
        KmsKeyId: keyName(jsonAt(item, 'KmsKeyId'), context),
        // A secret that another service owns (rds, redshift) is rotated and deleted by that service.
        OwningService: textOf(item, 'OwningService'),
        RotationEnabled: jsonAt(item, 'RotationEnabled') ?? false,
        AgeDays: age(item, 'CreatedDate', context),
        RotatedDays: age(item, 'LastRotatedDate', context),
        ChangedDays: age(item, 'LastChangedDate', context),
        UnusedDays: age(item, 'LastAccessedDate', context),
        Tags: tagPairs(jsonAt(item, 'Tags')),
      },
    },
  ];
  if (jsonAt(item, 'RotationEnabled') === true)
    things.push({
      type: SATELLITES[0] ?? '',
      id: `${arn}#rotation`,
      properties: { SecretId: arn, RotationRules: jsonAt(item, 'RotationRules') },
    });
  if (document !== undefined)
    things.push({ type: SATELLITES[1] ?? '', id: `${arn}#policy`, properties: { SecretId: arn, ResourcePolicy: document } });
  return things;
}

function age(item: Json, key: string, { at }: LiveContext): LiveValue {
  return daysSince(jsonAt(item, key), at);
}
