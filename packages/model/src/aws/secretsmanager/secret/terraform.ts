import type { BlockReader, FieldsOf, ReaderContext } from '../../../code/index.ts';
import { defineTerraform, firstPresent, policyOf } from '../../../code/index.ts';
import { customerKey } from '../../core/index.ts';
import { daysOf } from './rotation-days.ts';
import type { Secret } from './shape.ts';

/** Source: hashicorp/aws provider documentation of aws_secretsmanager_secret and its companions, read 2026-11-22. */
export const terraform = defineTerraform<Secret>({
  types: ['aws_secretsmanager_secret'],
  satellites: { aws_secretsmanager_secret_rotation: 'secret_id', aws_secretsmanager_secret_policy: 'secret_arn' },
  single: ['aws_secretsmanager_secret_rotation', 'aws_secretsmanager_secret_policy'],
  identity: ['name', 'arn'],
  read(secret, context): FieldsOf<Secret> {
    const policy = firstPresent(context.satellite('aws_secretsmanager_secret_policy'), secret);
    return {
      rotates: rotates(secret, context),
      rotationDays: rotationDays(secret, context),
      policy: policyOf(policy, 'policy'),
      blocksPublicPolicy: policy.boolean('block_public_policy', { default: false }),
      hasCustomerKey: customerKey(secret, 'kms_key_id'),
      tags: context.tags(secret),
    };
  },
});

/** A rotation resource, or the inline function of provider versions before 5. */
function rotates(secret: BlockReader, context: ReaderContext): FieldsOf<Secret>['rotates'] {
  const rotation = context.satellite('aws_secretsmanager_secret_rotation');
  if (rotation.exists) return rotation.isSet('secret_id');
  return firstPresent(rotation, secret).isSet('rotation_lambda_arn');
}

function rotationDays(secret: BlockReader, context: ReaderContext): FieldsOf<Secret>['rotationDays'] {
  const rules = firstPresent(context.satellite('aws_secretsmanager_secret_rotation'), secret).block('rotation_rules');
  const expression = rules.string('schedule_expression');
  return expression.state === 'absent' ? rules.number('automatically_after_days') : daysOf(expression);
}
