import type { BlockReader, Leaf, ListNode, ReaderContext } from '../../../code/index.ts';
import { byDefault, defineTerraform, explicit, unresolved } from '../../../code/index.ts';
import { bindingsOf, iamSatellites } from '../../iam/index.ts';
import type { Bucket } from './shape.ts';

export const terraform = defineTerraform<Bucket>({
  types: ['google_storage_bucket'],
  satellites: {
    ...iamSatellites('google_storage_bucket', 'bucket'),
    google_storage_bucket_access_control: 'bucket',
    google_storage_bucket_acl: 'bucket',
    google_storage_default_object_access_control: 'bucket',
    google_storage_default_object_acl: 'bucket',
  },
  identity: ['name', 'id'],
  lonelySatellites: 'each',
  read: (block, context) => ({
    publicAccessPrevention: block.string('public_access_prevention', { default: 'inherited' }),
    hasUniformAccess: uniformAccess(block),
    hasCustomerKey: block.block('encryption').isSet('default_kms_key_name'),
    isVersioned: block.block('versioning').boolean('enabled', { default: false }),
    softDeleteSeconds: block.block('soft_delete_policy').number('retention_duration_seconds', { default: 604800 }),
    retentionSeconds: block.block('retention_policy').number('retention_period'),
    isRetentionLocked: block.block('retention_policy').boolean('is_locked', { default: false }),
    hasAccessLogs: block.block('logging').isSet('log_bucket'),
    logsToItself: logsToItself(block),
    hasLifecycleRules: block.has('lifecycle_rule'),
    publicAcls: acls(block, context),
    iam: bindingsOf(context, block.place, 'google_storage_bucket'),
  }),
});

/** `bucket_policy_only` before version 4 of the provider. */
function uniformAccess(block: BlockReader): Leaf<boolean> {
  const old = block.value('bucket_policy_only') !== undefined && block.value('uniform_bucket_level_access') === undefined;
  return block.boolean(old ? 'bucket_policy_only' : 'uniform_bucket_level_access', { default: false });
}

function logsToItself(block: BlockReader): Leaf<boolean> {
  const logging = block.block('logging');
  const target = logging.string('log_bucket');
  const own = block.string('name');
  if (target.value === undefined)
    return target.state === 'absent'
      ? byDefault(false, logging.place)
      : unresolved(target.reason ?? { code: 'computed', detail: 'it is not known' }, target.place);
  return explicit(target.value === own.value, target.place);
}

/** Entities of access controls, roles of ACLs and predefined ACLs, as they are written. */
function acls(block: BlockReader, context: ReaderContext): ListNode<string> {
  const lists = [
    ...context.satellites('google_storage_bucket_access_control').map((control) => control.strings('entity')),
    ...context.satellites('google_storage_default_object_access_control').map((control) => control.strings('entity')),
    ...['google_storage_bucket_acl', 'google_storage_default_object_acl'].flatMap((type) =>
      context.satellites(type).flatMap((acl) => [acl.strings('role_entity'), acl.strings('predefined_acl')]),
    ),
    block.strings('predefined_acl'),
  ];
  return {
    node: 'list',
    items: lists.flatMap(({ items }) => items),
    rest: lists.find(({ rest }) => rest)?.rest ?? null,
    place: block.place,
  };
}
