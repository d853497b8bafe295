/** Answers of the Firestore API in the words of the Terraform provider. Source: Firestore API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('firestore.googleapis.com', {
  databases: { asset: 'Database', type: 'google_firestore_database' },
});
