/**
 * What stands above grants in Google Cloud: constraints of the organization, principal access boundaries; and what an instance says of who signs
 * in. Sources: hashicorp/google documentation of each type; Resource Manager documentation, "Organization policy constraints"; Compute Engine
 * documentation, "Set up OS Login", "Restrict SSH keys", read 2026-11-22.
 */
import type { BlockReader } from '../../code/index.ts';
import type { CloudIdentityEntity } from '../cloud-identity.ts';
import type { EntityReader } from '../entity.ts';
import type { NameRule } from '../naming.ts';
import { flagAt, textAt, textsAt } from '../reading.ts';
import { isUndecided } from '../undecided.ts';
import type { Known } from '../undecided.ts';

const constraints: EntityReader<CloudIdentityEntity> = {
  types: [
    ...['google_org_policy_policy', 'google_organization_policy', 'google_folder_organization_policy'],
    'google_project_organization_policy',
  ],
  read: (block, { base }) => [
    {
      ...base,
      kind: 'gcp.constraint',
      constraint: constraintOf(textAt(block, 'constraint name')),
      parent: parentOf(block),
      isEnforced: flagAt(block, 'boolean_policy.enforced spec.rules.enforce'),
    },
  ],
};

/** `constraints/a.b`, or `projects/orders/policies/a.b` in the newer resource. */
function constraintOf(text: Known<string | undefined>): Known<string | undefined> {
  return typeof text === 'string' ? text.replace(/^.*\/policies\//, '').replace(/^constraints\//, '') : text;
}

function parentOf(block: BlockReader): Known<string | undefined> {
  const [parent, name] = [textAt(block, 'parent'), textAt(block, 'name')];
  if (parent !== undefined) return parent;
  const above = typeof name === 'string' ? /^((?:projects|folders|organizations)\/[^/]+)\/policies\//.exec(name)?.[1] : undefined;
  if (above !== undefined) return above;
  for (const [attribute, kind] of [
    ['project', 'projects'],
    ['folder', 'folders'],
    ['org_id', 'organizations'],
  ] as const) {
    const text = textAt(block, attribute);
    if (text !== undefined) return isUndecided(text) || text.includes('/') ? text : `${kind}/${text}`;
  }
  return undefined;
}

const boundaries: readonly EntityReader<CloudIdentityEntity>[] = [
  {
    types: ['google_iam_principal_access_boundary_policy'],
    read: (block, { base }) => [
      {
        ...{ ...base, kind: 'gcp.access-boundary' },
        resources: textsAt(block, 'details.rules.resources'),
        version: textAt(block, 'details.enforcement_version'),
      },
    ],
  },
  {
    types: ['organizations', 'folders', 'projects'].map((each) => `google_iam_${each}_policy_binding`),
    read: (block, { base }) => [
      {
        ...{ ...base, kind: 'gcp.boundary-binding', policy: textAt(block, 'policy') },
        principals: textAt(block, 'target.principal_set'),
        condition: textAt(block, 'condition.expression'),
      },
    ],
  },
];

const logins: readonly EntityReader<CloudIdentityEntity>[] = [
  {
    types: ['google_compute_instance', 'google_compute_instance_from_template'],
    read: (block, { base }) => [{ ...base, kind: 'gcp.login', isProject: false, ...loginOf((key) => metadataAt(block, key)) }],
  },
  {
    types: ['google_compute_project_metadata', 'google_compute_project_metadata_item'],
    read: (block, { base }) => {
      const key = textAt(block, 'key');
      const value = (name: string) => (key === name ? textAt(block, 'value') : metadataAt(block, name));
      return [{ ...base, kind: 'gcp.login', isProject: true, ...loginOf(value) }];
    },
  },
];

function metadataAt(block: BlockReader, key: string): Known<string | undefined> {
  const { entries, rest } = block.stringMap('metadata');
  const leaf = entries.get(key);
  const reason = leaf ? leaf.reason : rest?.reason;
  return leaf?.value ?? (reason ? { undecided: reason } : undefined);
}

function loginOf(metadata: (key: string) => Known<string | undefined>) {
  const flag = (key: string): Known<boolean | undefined> => {
    const text = metadata(key);
    return typeof text === 'string' ? /^(?:true|yes|y|1)$/i.test(text) : text;
  };
  return { usesOsLogin: flag('enable-oslogin'), blocksProjectKeys: flag('block-project-ssh-keys') };
}

export const gcpConstraintReaders: readonly EntityReader<CloudIdentityEntity>[] = [constraints, ...boundaries, ...logins];

const boundary = 'organizations/{=organization|~org}/locations/global/principalAccessBoundaryPolicies/{name}';

export const gcpConstraintNames: readonly (readonly [string, NameRule])[] = [
  [
    'google_iam_principal_access_boundary_policy',
    { name: ['principal_access_boundary_policy_id'], attributes: { id: boundary, name: boundary } },
  ],
];
