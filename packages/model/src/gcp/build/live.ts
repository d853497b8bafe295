/** Answers of the Cloud Build API in the words of the Terraform provider. Source: Cloud Build API v1 and v2 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { textOf } from '../../live/index.ts';
import { gcpSources, lastPart } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('cloudbuild.googleapis.com', {
  triggers: {
    asset: 'BuildTrigger',
    type: 'google_cloudbuild_trigger',
    id: (body, account) =>
      `//cloudbuild.googleapis.com/${textOf(body, 'resourceName') ?? `projects/${account}/locations/global/triggers/${textOf(body, 'id') ?? ''}`}`,
    properties: ({ body }) => ({ name: lastPart(textOf(body, 'name') ?? textOf(body, 'id') ?? '') }),
  },
  workerPools: {
    asset: 'WorkerPool',
    type: 'google_cloudbuild_worker_pool',
    properties: ({ body }) => ({
      worker_config: { no_external_ip: textOf(body, 'privatePoolV1Config.networkConfig.egressOption') === 'NO_PUBLIC_EGRESS' },
    }),
  },
  connections: { asset: 'Connection', type: 'google_cloudbuildv2_connection', grantsBy: 'name' },
});
