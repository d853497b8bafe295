/** Answers of the Cloud Storage API in the words of the Terraform provider. Source: Cloud Storage JSON API reference, read 2026-11-22. */
import type { Json, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { jsonAt, memberOf, textOf } from '../../live/index.ts';
import type { GcpThing } from '../inventory/index.ts';
import { flagAt, gcpSources, inTerms, objectsAt } from '../inventory/index.ts';

const ACL_TYPES = ['google_storage_bucket_access_control', 'google_storage_default_object_access_control'] as const;

export const live: readonly LiveSource[] = gcpSources('storage.googleapis.com', {
  buckets: {
    asset: 'Bucket',
    items: 'items',
    type: 'google_storage_bucket',
    id: (body) => `//storage.googleapis.com/${textOf(body, 'name') ?? textOf(body, 'id') ?? ''}`,
    // Sinks, registries and feeds write the bucket's name after that of the service.
    names: ({ name }) => [`storage.googleapis.com/${name}`, `gs://${name}`, `projects/_/buckets/${name}`],
    grantsBy: 'bucket',
    properties: ({ body }) => ({
      public_access_prevention: textOf(body, 'iamConfiguration.publicAccessPrevention') ?? 'inherited',
      uniform_bucket_level_access: flagAt(body, 'iamConfiguration.uniformBucketLevelAccess.enabled'),
      encryption: inTerms(memberOf(body, 'encryption')),
      versioning: { enabled: flagAt(body, 'versioning.enabled') },
      lifecycle: undefined,
      lifecycle_rule: objectsAt(memberOf(body, 'lifecycle'), 'rule').map(inTerms),
      retention_policy: retention(memberOf(body, 'retentionPolicy')),
      acl: undefined,
    }),
    also: { types: ['google_container_registry'], things: registry },
  },
  /** Of buckets whose objects have ACLs of their own; with uniform access there are none. */
  bucketAccessControls: { items: 'items', type: ACL_TYPES[0], id: idOfAcl('acl'), properties: acl },
  defaultObjectAccessControls: { items: 'items', type: ACL_TYPES[1], id: idOfAcl('defaultObjectAcl'), properties: acl },
});

function retention(policy: Json | undefined): LiveValue {
  return textOf(policy, 'retentionPeriod') === undefined
    ? undefined
    : { retention_period: jsonAt(policy, 'retentionPeriod'), is_locked: flagAt(policy, 'isLocked') };
}

/** Buckets that Container Registry made; grants on them are grants on the images. */
function registry({ id, name, context }: GcpThing): readonly LiveThing[] {
  if (!/^(?:(?:us|eu|asia)\.)?artifacts\..+\.appspot\.com$/.test(name)) return [];
  return [{ type: 'google_container_registry', id: `${id}#registry`, name, names: [id], properties: { project: context.account } }];
}

function idOfAcl(member: string): (body: Json) => string {
  return (body) => `//storage.googleapis.com/${textOf(body, 'bucket') ?? ''}/${member}/${textOf(body, 'entity') ?? ''}`;
}

function acl({ body }: GcpThing): { readonly [key: string]: LiveValue } {
  return { bucket: `//storage.googleapis.com/${textOf(body, 'bucket') ?? ''}` };
}
