import type { FieldsOf } from '../../../code/index.ts';
import { defineCloudFormation, policyOf } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import { daysOf } from './rotation-days.ts';
import type { Secret } from './shape.ts';

/** Source: CloudFormation template reference of the secret and its companions, read 2026-11-22. */
export const cloudformation = defineCloudFormation<Secret>({
  types: ['AWS::SecretsManager::Secret'],
  satellites: { 'AWS::SecretsManager::RotationSchedule': 'SecretId', 'AWS::SecretsManager::ResourcePolicy': 'SecretId' },
  single: ['AWS::SecretsManager::RotationSchedule', 'AWS::SecretsManager::ResourcePolicy'],
  identity: ['Name'],
  read(secret, context): FieldsOf<Secret> {
    const schedule = context.satellite('AWS::SecretsManager::RotationSchedule');
    const rules = schedule.block('RotationRules');
    const expression = rules.string('ScheduleExpression');
    const policy = context.satellite('AWS::SecretsManager::ResourcePolicy');
    return {
      rotates: schedule.isSet('SecretId'),
      rotationDays: expression.state === 'absent' ? rules.number('AutomaticallyAfterDays') : daysOf(expression),
      policy: policyOf(policy, 'ResourcePolicy'),
      blocksPublicPolicy: policy.boolean('BlockPublicPolicy', { default: false }),
      hasCustomerKey: customerKey(secret, 'KmsKeyId'),
      tags: context.tags(secret),
    };
  },
});
