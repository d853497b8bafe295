/** Answers of the Filestore API in the words of the Terraform provider. Source: Filestore API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('file.googleapis.com', {
  instances: { asset: 'Instance', type: 'google_filestore_instance' },
  backups: { asset: 'Backup', type: 'google_filestore_backup' },
});
