/** Answers of the Dataflow API in the words of the Terraform provider. Source: Dataflow API v1b3 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { textOf } from '../../live/index.ts';
import { gcpSources, objectsAt } from '../inventory/index.ts';
import { memberOf } from '../../live/index.ts';

const OVER: ReadonlySet<string> = new Set([
  ...['JOB_STATE_DONE', 'JOB_STATE_FAILED', 'JOB_STATE_CANCELLED', 'JOB_STATE_UPDATED', 'JOB_STATE_DRAINED'],
]);

export const live: readonly LiveSource[] = gcpSources('dataflow.googleapis.com', {
  jobs: {
    asset: 'Job',
    // Jobs that are over stay in the listing; they have no workers any more.
    type: {
      types: ['google_dataflow_job'],
      of: ({ body }) => (OVER.has(textOf(body, 'currentState') ?? '') ? null : 'google_dataflow_job'),
    },
    id: (body, account) =>
      `//dataflow.googleapis.com/projects/${account}/locations/${textOf(body, 'location') ?? ''}/jobs/${textOf(body, 'id') ?? ''}`,
    properties: ({ body }) => ({
      kms_key_name: textOf(body, 'environment.serviceKmsKeyName'),
      ip_configuration: objectsAt(memberOf(body, 'environment'), 'workerPools')
        .map((pool) => textOf(pool, 'ipConfiguration'))
        .find((each) => each === 'WORKER_IP_PRIVATE'),
    }),
  },
});
