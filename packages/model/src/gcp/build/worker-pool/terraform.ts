import { defineTerraform } from '../../../code/index.ts';
import type { WorkerPool } from './shape.ts';

export const terraform = defineTerraform<WorkerPool>({
  types: ['google_cloudbuild_worker_pool'],
  identity: ['name'],
  read: (block) => ({
    hasNoExternalAddress: block.block('worker_config').boolean('no_external_ip', { default: false }),
  }),
});
