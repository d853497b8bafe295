/** Answers of the Dataproc and Dataproc Metastore APIs in the words of the Terraform provider. Source: their references, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { memberOf, textOf } from '../../live/index.ts';
import { flagAt, gcpSources, membersInTerms } from '../inventory/index.ts';

const OVER: ReadonlySet<string> = new Set(['DONE', 'CANCELLED', 'ERROR', 'ATTEMPT_FAILURE']);

export const live: readonly LiveSource[] = [
  ...gcpSources('dataproc.googleapis.com', {
    clusters: {
      asset: 'Cluster',
      type: 'google_dataproc_cluster',
      id: (body, account) =>
        `//dataproc.googleapis.com/projects/${textOf(body, 'projectId') ?? account}/regions/${regionOf(textOf(body, 'config.gceClusterConfig.zoneUri'))}/clusters/${textOf(body, 'clusterName') ?? ''}`,
      grantsBy: 'cluster',
      properties({ name, body }) {
        const config = memberOf(body, 'config');
        const key = textOf(config, 'encryptionConfig.gcePdKmsKeyName') ?? textOf(config, 'encryptionConfig.kmsKey');
        return {
          name: textOf(body, 'clusterName') ?? name,
          cluster_config: {
            encryption_config: { kms_key_name: key },
            gce_cluster_config: {
              ...membersInTerms(memberOf(config, 'gceClusterConfig')),
              internal_ip_only: flagAt(config, 'gceClusterConfig.internalIpOnly'),
            },
          },
        };
      },
    },
    jobs: {
      asset: 'Job',
      type: {
        types: ['google_dataproc_job'],
        of: ({ body }) => (OVER.has(textOf(body, 'status.state') ?? '') ? null : 'google_dataproc_job'),
      },
      id: (body, account) => `//dataproc.googleapis.com/projects/${account}/regions/-/jobs/${textOf(body, 'reference.jobId') ?? ''}`,
      grantsBy: 'job_id',
    },
    autoscalingPolicies: {
      asset: 'AutoscalingPolicy',
      items: 'policies',
      type: 'google_dataproc_autoscaling_policy',
      grantsBy: 'policy_id',
    },
  }),
  ...gcpSources('metastore.googleapis.com', {
    services: { asset: 'Service', type: 'google_dataproc_metastore_service', grantsBy: 'service_id' },
    federations: { asset: 'Federation', type: 'google_dataproc_metastore_federation', grantsBy: 'federation_id' },
  }),
];

/** `…/zones/asia-northeast1-a` → `asia-northeast1`. */
function regionOf(zone: string | undefined): string {
  return /([a-z]+-[a-z]+\d+)(?:-[a-z])?$/.exec(zone ?? '')?.[1] ?? '-';
}
