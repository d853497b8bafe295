/** A synthetic plan as `terraform show -json` prints it: one line, every resource in planned_values, resource_changes, prior_state and configuration. */
import type { Random } from './random.ts';

const PROVIDER = 'registry.terraform.io/hashicorp/aws';

interface Planned {
  readonly type: string;
  readonly name: string;
  readonly module: string;
  readonly index: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly unknown: Readonly<Record<string, unknown>>;
  readonly references: readonly string[];
}

/** Pieces of JSON text that make one document of about `bytes` bytes: a caller can write them one after the other. */
export function* planPieces(bytes: number, random: Random): Generator<string> {
  // Each resource is written four times; 900 bytes less is one more resource.
  const resources: Planned[] = [];
  for (let size = 0; size < bytes;) {
    const made = resource(resources.length, random);
    resources.push(made);
    size += 4 * JSON.stringify(made.values).length + 1300;
  }
  yield '{"format_version":"1.2","terraform_version":"1.9.8","variables":{"environment":{"value":"prod"}},';
  yield '"planned_values":{"root_module":{"resources":[],"child_modules":[';
  yield* modules(resources, (each) => JSON.stringify({ ...identity(each), values: each.values, sensitive_values: { tags: {} } }));
  yield ']}},"resource_changes":[';
  for (const [at, each] of resources.entries()) yield `${at === 0 ? '' : ','}${JSON.stringify(change(each))}`;
  yield '],"prior_state":{"format_version":"1.0","terraform_version":"1.9.8","values":{"root_module":{"resources":[],"child_modules":[';
  yield* modules(resources, (each) =>
    JSON.stringify({ ...identity(each), values: { ...each.values, id: each.name }, sensitive_values: {} }),
  );
  yield ']}}},"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"';
  yield `${PROVIDER}","expressions":{"region":{"constant_value":"eu-central-1"}}}},"root_module":{"module_calls":{`;
  yield* calls(resources);
  yield '}}},"timestamp":"2026-11-22T09:00:00Z","applyable":true,"complete":true,"errored":false}\n';
}

function* modules(resources: readonly Planned[], print: (each: Planned) => string): Generator<string> {
  let current = '';
  for (const each of resources) {
    if (each.module !== current) yield `${current === '' ? '' : ']},'}{"address":${JSON.stringify(`module.${each.module}`)},"resources":[`;
    else yield ',';
    current = each.module;
    yield print(each);
  }
  if (current !== '') yield ']}';
}

function* calls(resources: readonly Planned[]): Generator<string> {
  const names = [...new Set(resources.map(({ module }) => module.replace(/\[.*$/, '')))];
  const byName = Map.groupBy(resources, ({ module }) => module.replace(/\[.*$/, ''));
  for (const [at, name] of names.entries()) {
    const own = new Map((byName.get(name) ?? []).map((each) => [`${each.type}.${each.name}`, each]));
    const written = [...own].map(([address, { type, name: label, values, references }]) => ({
      address,
      mode: 'managed',
      type,
      name: label,
      provider_config_key: 'aws',
      for_each_expression: { references: ['var.names'] },
      expressions: {
        ...Object.fromEntries(Object.keys(values).map((key) => [key, { constant_value: 'x' }])),
        tags: { references: ['var.tags'] },
        ...(references.length > 0 && { kms_key_id: { references } }),
      },
    }));
    const call = { source: `./modules/${name}`, expressions: { tags: { references: ['local.tags'] } }, module: { resources: written } };
    yield `${at === 0 ? '' : ','}${JSON.stringify(name)}:${JSON.stringify(call)}`;
  }
}

function identity({ type, name, module, index }: Planned): object {
  return {
    address: `module.${module}.${type}.${name}["${index}"]`,
    mode: 'managed',
    type,
    name,
    index,
    provider_name: PROVIDER,
    schema_version: 0,
  };
}

function change(each: Planned): object {
  const { values, unknown, module } = each;
  const isNew = each.index.endsWith('0');
  return {
    ...identity(each),
    module_address: `module.${module}`,
    change: {
      actions: [isNew ? 'create' : 'no-op'],
      before: isNew ? null : { ...values, id: each.name },
      after: values,
      after_unknown: isNew ? { id: true, arn: true, tags_all: {}, ...unknown } : {},
      before_sensitive: isNew ? false : { tags: {} },
      after_sensitive: { tags: {} },
    },
  };
}

/** What else the provider prints of every resource of a type: mostly null. */
const REST: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Object.fromEntries(
  (
    [
      [
        'aws_s3_bucket',
        'acceleration_status bucket_domain_name bucket_prefix bucket_regional_domain_name cors_rule grant hosted_zone_id lifecycle_rule logging object_lock_configuration region replication_configuration request_payer server_side_encryption_configuration versioning website website_domain website_endpoint',
      ],
      ['aws_security_group', 'name_prefix owner_id timeouts'],
      ['aws_iam_role', 'create_date description force_detach_policies managed_policy_arns name_prefix unique_id'],
      [
        'aws_instance',
        'availability_zone capacity_reservation_specification cpu_core_count cpu_options cpu_threads_per_core credit_specification disable_api_stop disable_api_termination ebs_block_device ebs_optimized enclave_options ephemeral_block_device get_password_data hibernation host_id host_resource_group_arn iam_instance_profile instance_initiated_shutdown_behavior instance_lifecycle instance_market_options instance_state ipv6_address_count ipv6_addresses key_name launch_template maintenance_options network_interface outpost_arn password_data placement_group placement_partition_number primary_network_interface_id private_dns private_dns_name_options private_ip public_dns public_ip secondary_private_ips security_groups source_dest_check spot_instance_request_id subnet_id tenancy timeouts user_data_base64 user_data_replace_on_change volume_tags',
      ],
      [
        'aws_db_instance',
        'address allow_major_version_upgrade apply_immediately auto_minor_version_upgrade availability_zone backup_target backup_window blue_green_update ca_cert_identifier character_set_name copy_tags_to_snapshot custom_iam_instance_profile customer_owned_ip_enabled db_name db_subnet_group_name dedicated_log_volume delete_automated_backups domain domain_fqdn endpoint engine_version_actual final_snapshot_identifier hosted_zone_id iam_database_authentication_enabled iops license_model listener_endpoint maintenance_window manage_master_user_password master_user_secret monitoring_interval monitoring_role_arn nchar_character_set_name network_type option_group_name parameter_group_name performance_insights_enabled performance_insights_kms_key_id port replica_mode replicas replicate_source_db resource_id restore_to_point_in_time s3_import skip_final_snapshot snapshot_identifier status storage_throughput storage_type timezone upgrade_storage_config username',
      ],
    ] as const
  ).map(([type, names]) => [type, Object.fromEntries(names.split(' ').map((name) => [name, null]))]),
);

/** Forty resources to a module, as many modules as are needed. */
function resource(at: number, random: Random): Planned {
  const module = `service_${Math.floor(at / 40)}`;
  const index = `item-${at % 4}`;
  const name = `orders_${Math.floor(at / 4)}`;
  const tags = {
    Name: `${name}-${index}`,
    Environment: 'prod',
    Team: random.pick(['commerce', 'finance', 'media']),
    CostCenter: String(random.int(1000, 9999)),
  };
  const make = random.pick(MAKERS);
  const [type, values, references] = make(`orders-${at}`, random);
  return { type, name, module, index, values: { ...REST[type], ...values, tags, tags_all: tags }, unknown: {}, references };
}

type Maker = (
  name: string,
  random: Random,
) => readonly [type: string, values: Readonly<Record<string, unknown>>, references: readonly string[]];

const MAKERS: readonly Maker[] = [
  (name, random) => [
    'aws_s3_bucket',
    { bucket: `${name}-bucket`, force_destroy: random.chance(0.1), acl: null, object_lock_enabled: false, policy: null, timeouts: null },
    [],
  ],
  (name, random) => [
    'aws_security_group',
    {
      name,
      description: 'Managed by Terraform',
      vpc_id: 'vpc-0123456789abcdef0',
      revoke_rules_on_delete: false,
      egress: [rule(0, 0, '-1', '0.0.0.0/0')],
      ingress: Array.from({ length: random.int(1, 6) }, () =>
        rule(random.pick([22, 80, 443, 5432]), 443, 'tcp', random.pick(['0.0.0.0/0', '192.0.2.0/24'])),
      ),
    },
    [],
  ],
  (name) => [
    'aws_iam_role',
    {
      name,
      path: '/',
      max_session_duration: 3600,
      assume_role_policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }],
      }),
      inline_policy: [
        {
          name: 'own',
          policy: JSON.stringify({
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: `arn:aws:s3:::${name}-bucket/*` }],
          }),
        },
      ],
      permissions_boundary: null,
    },
    [],
  ],
  (name, random) => [
    'aws_instance',
    {
      ami: 'ami-0123456789abcdef0',
      instance_type: random.pick(['t3.micro', 'm6i.large']),
      associate_public_ip_address: random.chance(0.2),
      monitoring: random.chance(0.5),
      user_data: `#!/bin/sh\necho ${name}\n`,
      metadata_options: [{ http_endpoint: 'enabled', http_tokens: random.pick(['optional', 'required']), http_put_response_hop_limit: 1 }],
      root_block_device: [{ encrypted: random.chance(0.5), volume_size: 50, volume_type: 'gp3', delete_on_termination: true }],
      vpc_security_group_ids: ['sg-0123456789abcdef0'],
    },
    [],
  ],
  (name, random) => [
    'aws_db_instance',
    {
      identifier: name,
      engine: 'postgres',
      engine_version: '16.3',
      instance_class: 'db.r6g.large',
      allocated_storage: 100,
      storage_encrypted: random.chance(0.7),
      publicly_accessible: random.chance(0.1),
      backup_retention_period: random.int(0, 14),
      deletion_protection: random.chance(0.5),
      multi_az: random.chance(0.5),
      enabled_cloudwatch_logs_exports: ['postgresql'],
    },
    ['aws_kms_key.main.arn', 'aws_kms_key.main'],
  ],
];

function rule(from: number, to: number, protocol: string, cidr: string): object {
  return {
    from_port: from,
    to_port: to,
    protocol,
    cidr_blocks: [cidr],
    ipv6_cidr_blocks: [],
    prefix_list_ids: [],
    security_groups: [],
    self: false,
    description: '',
  };
}
