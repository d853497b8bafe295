/** Who is given what in Google Cloud. Source: hashicorp/google documentation of `google_*_iam`, read 2026-11-22; live answers come in its words. */
import type { BlockReader } from '../../code/index.ts';
import { HOLE, BlockReader as Reader, structureOf } from '../../code/index.ts';
import type { CloudIdentityEntity, GcpDenyPolicy, GcpGrant } from '../cloud-identity.ts';
import type { EntityBase, EntityReader } from '../entity.ts';
import type { NameRule } from '../naming.ts';
import { blocksAt, textAt, textsAt } from '../reading.ts';
import { isUndecided } from '../undecided.ts';
import { gcpConstraintNames, gcpConstraintReaders } from './constraints.ts';
import { gcpDataReaders } from './data.ts';
import { gcpWorkloadReaders } from './workloads.ts';

/** Kind of resource → attribute that names it. */
const ON: Readonly<Record<string, string>> = {
  ...{ project: 'project', folder: 'folder', organization: 'org_id', billing_account: 'billing_account_id' },
  ...{ storage_bucket: 'bucket', service_account: 'service_account_id', secret_manager_secret: 'secret_id' },
  ...{ pubsub_topic: 'topic', pubsub_subscription: 'subscription', bigquery_dataset: 'dataset_id', bigquery_table: 'table_id' },
  ...{ kms_crypto_key: 'crypto_key_id', kms_key_ring: 'key_ring_id', cloudfunctions_function: 'cloud_function' },
  ...{ cloudfunctions2_function: 'cloud_function', cloud_run_service: 'service', cloud_run_v2_service: 'name', cloud_run_v2_job: 'name' },
  ...{ compute_instance: 'instance_name', compute_disk: 'name', compute_image: 'image', compute_snapshot: 'name' },
  ...{ artifact_registry_repository: 'repository', spanner_instance: 'instance', spanner_database: 'database' },
  ...{
    bigtable_instance: 'instance',
    dataproc_cluster: 'cluster',
    notebooks_instance: 'instance_name',
    sourcerepo_repository: 'repository',
  },
};

function types(suffix: string): readonly string[] {
  return Object.keys(ON).map((kind) => `google_${kind}_iam_${suffix}`);
}

function onOf(block: BlockReader, { type, account }: EntityBase): Pick<GcpGrant, 'on' | 'onKind'> {
  const onKind = type.replace(/^google_/, '').replace(/_iam_(?:member|binding|policy)$/, '');
  const on = textAt(block, ON[onKind] ?? 'name');
  return { onKind, on: on === undefined && onKind === 'project' ? account : on };
}

function bindingOf(binding: BlockReader): Pick<GcpGrant, 'role' | 'members' | 'condition'> {
  return {
    role: textAt(binding, 'role'),
    members: textsAt(binding, 'member members'),
    condition: textAt(binding, 'condition.expression'),
  };
}

const grants: EntityReader<CloudIdentityEntity> = {
  types: [...types('member'), ...types('binding')],
  read: (block, { base }) => [{ ...base, kind: 'gcp.grant', ...onOf(block, base), ...bindingOf(block) }],
};

/** A document is one by a data source, of which only the name is known here, or JSON. */
const policies: EntityReader<CloudIdentityEntity> = {
  types: types('policy'),
  read: (block, { base }) => {
    const on = onOf(block, base);
    const value = block.value('policy_data');
    const structure = value && structureOf(value);
    if (structure?.kind === 'map') {
      const bindings = Reader.ofValue(structure, block.placeOf('policy_data')).readers.flatMap(
        (each) => blocksAt(each, 'bindings').readers,
      );
      return bindings.map((each): GcpGrant => ({ ...base, kind: 'gcp.grant', ...on, ...bindingOf(each) }));
    }
    return [{ ...base, kind: 'gcp.policy-use', ...on, policy: textAt(block, 'policy_data') }];
  },
};

const documents: EntityReader<CloudIdentityEntity> = {
  types: ['data.google_iam_policy'],
  read: (block, { base }) =>
    blocksAt(block, 'binding').readers.map((each): GcpGrant => ({
      ...base,
      kind: 'gcp.grant',
      on: undefined,
      onKind: 'document',
      ...bindingOf(each),
    })),
};

const roles: EntityReader<CloudIdentityEntity> = {
  types: ['google_project_iam_custom_role', 'google_organization_iam_custom_role'],
  read: (block, { base }) => {
    const id = textAt(block, 'role_id');
    const names = typeof id === 'string' ? [...base.names, id] : base.names;
    return [{ ...base, names, kind: 'gcp.role', permissions: textsAt(block, 'permissions') }];
  },
};

const scopes: EntityReader<CloudIdentityEntity> = {
  types: ['google_project', 'data.google_project', 'google_folder', 'data.google_folder', 'google_organization'],
  read: (block, { base }) => {
    const scopeKind = base.type.includes('folder') ? 'folder' : base.type.includes('organization') ? 'organization' : 'project';
    const folder = textAt(block, 'folder_id parent');
    const organization = textAt(block, 'org_id');
    const parent =
      typeof folder === 'string'
        ? underscored(folder, 'folders')
        : typeof organization === 'string'
          ? underscored(organization, 'organizations')
          : (folder ?? organization);
    const own = [textAt(block, 'project_id'), textAt(block, 'number')].filter((each) => typeof each === 'string');
    return [{ ...base, names: [...new Set([...base.names, ...own])], kind: 'gcp.scope', scopeKind, parent }];
  },
};

function underscored(text: string, kind: string): string {
  return text.includes('/') ? text : `${kind}/${text}`;
}

/** Resources that say their own project. */
const placed: EntityReader<CloudIdentityEntity> = {
  types: [...new Set([...gcpDataReaders, ...gcpWorkloadReaders].flatMap((reader) => reader.types))].filter(
    (each) => !each.includes('_iam_'),
  ),
  read: (block, { base }) => {
    const parent = textAt(block, 'project');
    return parent === undefined ? [] : [{ ...base, kind: 'gcp.scope', scopeKind: 'resource', parent }];
  },
};

/** Source: hashicorp/google documentation, `google_iam_deny_policy`. */
const denials: EntityReader<CloudIdentityEntity> = {
  types: ['google_iam_deny_policy'],
  read: (block, { base }) => {
    const all = (rule: BlockReader, path: string): readonly string[] => {
      const { items, rest } = textsAt(rule, path);
      return rest ? [...items, HOLE] : items;
    };
    const rules = blocksAt(block, 'rules.deny_rule').readers.map((rule): GcpDenyPolicy['rules'][number] => ({
      deniedPrincipals: all(rule, 'denied_principals'),
      exceptionPrincipals: all(rule, 'exception_principals'),
      deniedPermissions: all(rule, 'denied_permissions'),
      exceptionPermissions: all(rule, 'exception_permissions'),
      condition: textAt(rule, 'denial_condition.expression'),
    }));
    const parent = textAt(block, 'parent');
    return [{ ...base, kind: 'gcp.deny-policy', parent: typeof parent === 'string' ? withSlashes(parent) : parent, rules }];
  },
};

/** `cloudresourcemanager.googleapis.com%2Fprojects%2Forders`. */
function withSlashes(text: string): string {
  return text.replaceAll(/%2f/gi, '/');
}

const others: readonly EntityReader<CloudIdentityEntity>[] = [
  {
    types: ['google_iam_workload_identity_pool_provider'],
    read: (block, { base }) => [
      {
        ...base,
        kind: 'gcp.pool-provider',
        pool: textAt(block, 'workload_identity_pool_id'),
        issuer: textAt(block, 'oidc.issuer_uri'),
        condition: textAt(block, 'attribute_condition'),
      },
    ],
  },
  {
    types: ['google_cloud_identity_group_membership'],
    read: (block, { base }) => {
      const [group, member] = [textAt(block, 'group'), textAt(block, 'preferred_member_key.id member_key.id')];
      return isUndecided(group) && isUndecided(member) ? [] : [{ ...base, kind: 'gcp.membership', group, member }];
    },
  },
];

export const gcpIdentityReaders: readonly EntityReader<CloudIdentityEntity>[] = [
  grants,
  policies,
  documents,
  roles,
  scopes,
  placed,
  denials,
  ...gcpConstraintReaders,
  ...others,
];

export const gcpIdentityNames: readonly (readonly [string, NameRule])[] = [
  ...gcpConstraintNames,
  ['google_iam_policy', { attributes: { policy_data: '{self}.policy_data' } }],
  [
    'google_project_iam_custom_role',
    { name: ['role_id'], attributes: { id: 'projects/{project}/roles/{name}', name: 'projects/{project}/roles/{name}' } },
  ],
  [
    'google_organization_iam_custom_role',
    {
      name: ['role_id'],
      attributes: { id: 'organizations/{=org_id|~org}/roles/{name}', name: 'organizations/{=org_id|~org}/roles/{name}' },
    },
  ],
  ['google_project', { name: ['project_id'], attributes: { project_id: '{name}', id: 'projects/{name}', number: '{name}' } }],
  ['google_folder', { attributes: { id: 'folders/{self}', name: 'folders/{self}', folder_id: '{self}' } }],
  [
    'google_iam_workload_identity_pool',
    {
      name: ['workload_identity_pool_id'],
      attributes: {
        name: 'projects/{project}/locations/global/workloadIdentityPools/{name}',
        id: 'projects/{project}/locations/global/workloadIdentityPools/{name}',
      },
    },
  ],
];
