/** Answers of the Cloud TPU API in the words of the Terraform provider. Source: Cloud TPU API v2 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('tpu.googleapis.com', {
  nodes: { asset: 'Node', type: 'google_tpu_v2_vm' },
});
