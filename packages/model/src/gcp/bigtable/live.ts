/** Answers of the Bigtable Admin API in the words of the Terraform provider. Source: Bigtable Admin API v2 reference, read 2026-11-22. */
import type { Json, LiveSource, LiveValue } from '../../live/index.ts';
import { Missing, textOf } from '../../live/index.ts';
import type { GcpThing } from '../inventory/index.ts';
import { everyBody, gcpSources, lastPart, pathOf } from '../inventory/index.ts';

const SERVICE = 'bigtableadmin.googleapis.com';

export const live: readonly LiveSource[] = gcpSources(SERVICE, {
  instances: {
    asset: 'Instance',
    type: 'google_bigtable_instance',
    id: (body) => `//bigtable.googleapis.com/${textOf(body, 'name') ?? ''}`,
    grantsBy: 'instance',
    properties: (thing) => ({ cluster: clusters(thing), deletion_protection: new Missing('only Terraform code says it') }),
  },
  clusters: {
    asset: 'Cluster',
    type: 'google_bigtable_cluster',
    id: (body) => `//bigtable.googleapis.com/${textOf(body, 'name') ?? ''}`,
  },
  tables: {
    asset: 'Table',
    type: 'google_bigtable_table',
    id: (body) => `//bigtable.googleapis.com/${textOf(body, 'name') ?? ''}`,
    grantsBy: 'table',
  },
});

function clusters({ id, context }: GcpThing): LiveValue {
  const own = `${pathOf(id)}/clusters/`;
  return everyBody(context, `${SERVICE}:clusters`, 'clusters')
    .filter((each) => each instanceof Missing || (textOf(each, 'name') ?? '').startsWith(own))
    .map((each) => (each instanceof Missing ? each : clusterOf(each)));
}

function clusterOf(body: Json): LiveValue {
  const name = textOf(body, 'name') ?? '';
  return {
    cluster_id: lastPart(name),
    zone: lastPart(textOf(body, 'location') ?? ''),
    kms_key_name: textOf(body, 'encryptionConfig.kmsKeyName'),
  };
}
