import type { BlockReader, FieldsOf } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, firstPresent, policyOf } from '../../../code/index.ts';
import type { KmsKey } from './shape.ts';

/** Source: hashicorp/aws provider documentation of the resources named below, read 2026-11-22. */
export const terraform = defineTerraform<KmsKey>({
  types: ['aws_kms_key', 'aws_kms_external_key', 'aws_kms_replica_key', 'aws_kms_replica_external_key'],
  satellites: { aws_kms_key_policy: 'key_id' },
  single: ['aws_kms_key_policy'],
  identity: ['key_id', 'arn'],
  read: (key, context): FieldsOf<KmsKey> => ({
    usage: key.string('key_usage', { default: 'ENCRYPT_DECRYPT' }),
    spec: key.string('customer_master_key_spec', { default: 'SYMMETRIC_DEFAULT' }),
    material: material(key),
    rotates: key.boolean('enable_key_rotation', { default: false }),
    deletionWindowDays: key.number('deletion_window_in_days', { default: 30 }),
    isEnabled: key.boolean(key.resource?.type === 'aws_kms_key' ? 'is_enabled' : 'enabled', { default: true }),
    isMultiRegion: /replica/.test(key.resource?.type ?? '') ? explicit(true, key.place) : key.boolean('multi_region', { default: false }),
    policy: policyOf(firstPresent(context.satellite('aws_kms_key_policy'), key), 'policy'),
    tags: context.tags(key),
  }),
});

function material(key: BlockReader): FieldsOf<KmsKey>['material'] {
  const type = key.resource?.type;
  if (type === 'aws_kms_replica_key' || type === 'aws_kms_replica_external_key') return explicit('replica', key.place);
  if (type === 'aws_kms_external_key') return explicit('imported', key.place);
  const store = key.isSet('custom_key_store_id');
  if (store.state === 'explicit' && store.value) return explicit('custom-store', store.place);
  return store.value === undefined ? key.string('custom_key_store_id', { default: '' }) : byDefault('aws', key.place);
}
