import type { BlockReader, FieldsOf } from '../../../code/index.ts';
import { byDefault, defineCloudFormation, explicit, policyOf } from '../../../code/index.ts';
import type { KmsKey } from './shape.ts';

/** Source: CloudFormation template reference, AWS::KMS::Key and AWS::KMS::ReplicaKey, read 2026-11-22. */
export const cloudformation = defineCloudFormation<KmsKey>({
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  read: (key, context): FieldsOf<KmsKey> => ({
    usage: key.string('KeyUsage', { default: 'ENCRYPT_DECRYPT' }),
    spec: key.string('KeySpec', { default: 'SYMMETRIC_DEFAULT' }),
    material: material(key),
    rotates: key.boolean('EnableKeyRotation', { default: false }),
    deletionWindowDays: key.number('PendingWindowInDays', { default: 30 }),
    isEnabled: key.boolean('Enabled', { default: true }),
    isMultiRegion:
      key.resource?.type === 'AWS::KMS::ReplicaKey' ? explicit(true, key.place) : key.boolean('MultiRegion', { default: false }),
    policy: policyOf(key, 'KeyPolicy'),
    tags: context.tags(key),
  }),
});

function material(key: BlockReader): FieldsOf<KmsKey>['material'] {
  if (key.resource?.type === 'AWS::KMS::ReplicaKey') return explicit('replica', key.place);
  const origin = key.string('Origin', { default: 'AWS_KMS' });
  if (origin.value === undefined) return origin;
  return origin.value === 'EXTERNAL' ? explicit('imported', origin.place) : byDefault('aws', key.place);
}
