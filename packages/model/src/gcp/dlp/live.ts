/** Answers of the Sensitive Data Protection API in the words of the Terraform provider. Source: DLP API v2 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('dlp.googleapis.com', {
  discoveryConfigs: { asset: 'DiscoveryConfig', type: 'google_data_loss_prevention_discovery_config' },
});
