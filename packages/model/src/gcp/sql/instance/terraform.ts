import type { BlockReader, FieldsOf, Leaf, ListNode, MapNode } from '../../../code/index.ts';
import { defineTerraform, explicit, object, unresolved } from '../../../code/index.ts';
import type { SqlInstance, SqlUser } from './shape.ts';

/** Source: hashicorp/google provider documentation of google_sql_database_instance and google_sql_user, read 2026-11-22. */
export const terraform = defineTerraform<SqlInstance>({
  types: ['google_sql_database_instance'],
  satellites: { google_sql_user: 'instance' },
  identity: ['name'],
  read(instance, context): FieldsOf<SqlInstance> {
    const settings = instance.block('settings');
    const network = settings.block('ip_configuration');
    const backups = settings.block('backup_configuration');
    return {
      version: instance.string('database_version', { required: true }),
      isReplica: instance.isSet('master_instance_name'),
      hasPublicAddress: network.boolean('ipv4_enabled', { default: true }),
      authorizedNetworks: network.list<string>('authorized_networks', (each) => each.string('value', { required: true })),
      ...transport(network),
      hasBackups: backups.boolean('enabled', { default: false }),
      hasBinaryLog: backups.boolean('binary_log_enabled', { default: false }),
      hasPointInTimeRecovery: backups.boolean('point_in_time_recovery_enabled', { default: false }),
      availability: settings.string('availability_type', { default: 'ZONAL' }),
      hasCustomerKey: instance.isSet('encryption_key_name'),
      deletionProtection: instance.boolean('deletion_protection', { default: true }),
      serverDeletionProtection: settings.boolean('deletion_protection_enabled', { default: false }),
      hasPasswordPolicy: settings.block('password_validation_policy').boolean('enable_password_policy', { default: false }),
      flags: flags(settings),
      users: users(context.satellites('google_sql_user'), instance),
    };
  },
});

/** `ssl_mode` replaced `require_ssl`, which meant trusted client certificates. */
function transport(network: BlockReader): Pick<FieldsOf<SqlInstance>, 'requiresTls' | 'requiresClientCertificate'> {
  if (!network.value('ssl_mode')) {
    const required = network.boolean('require_ssl', { default: false });
    return { requiresTls: required, requiresClientCertificate: required };
  }
  const mode = network.string('ssl_mode', { required: true });
  const is = (...modes: readonly string[]): Leaf<boolean> =>
    mode.value === undefined
      ? unresolved(mode.reason ?? { code: 'computed', detail: 'it is not known' }, mode.place)
      : explicit(modes.includes(mode.value), mode.place);
  return {
    requiresTls: is('ENCRYPTED_ONLY', 'TRUSTED_CLIENT_CERTIFICATE_REQUIRED'),
    requiresClientCertificate: is('TRUSTED_CLIENT_CERTIFICATE_REQUIRED'),
  };
}

function flags(settings: BlockReader): MapNode<string> {
  const { readers, rest } = settings.blocks('database_flags');
  const entries = new Map<string, Leaf<string>>();
  let open = rest;
  for (const flag of readers) {
    const key = flag.string('name', { required: true });
    if (key.value === undefined || flag.uncertain) open ??= unresolved(key.reason ?? uncertain, key.place);
    else entries.set(key.value, flag.string('value', { required: true }));
  }
  return { node: 'map', entries, rest: open, place: readers[0]?.place ?? settings.place };
}

const uncertain = { code: 'computed', detail: 'it is not known which database flags there are' } as const;

function users(blocks: readonly BlockReader[], instance: BlockReader): ListNode<SqlUser> {
  const items = blocks.map((user) => ({
    node: object<SqlUser>(
      {
        user: user.string('name', { required: true }),
        hasPassword: hasPassword(user),
        host: user.string('host'),
      },
      user.place,
    ),
    uncertain: user.uncertain,
  }));
  return { node: 'list', items, rest: null, place: instance.place };
}

function hasPassword(user: BlockReader): Leaf<boolean> {
  const plain = user.isSet('password');
  return plain.value === false ? user.isSet('password_wo') : plain;
}
