/** Answers of the Data Fusion API in the words of the Terraform provider. Source: Data Fusion API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('datafusion.googleapis.com', {
  instances: { asset: 'Instance', type: 'google_data_fusion_instance', grantsBy: 'name' },
});
