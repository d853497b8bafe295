/** Answers of the Spanner API in the words of the Terraform provider. Source: Cloud Spanner API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { textOf } from '../../live/index.ts';
import { flagAt, gcpSources, lastPart } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('spanner.googleapis.com', {
  instances: {
    asset: 'Instance',
    type: 'google_spanner_instance',
    grantsBy: 'instance',
    // `projects/orders/instanceConfigs/regional-asia-northeast1`; multi-regions are named alike: `eur6`, `nam-eur-asia1`.
    properties: ({ body }) => ({ location: lastPart(textOf(body, 'config') ?? '').replace(/^regional-/, '') }),
  },
  databases: {
    asset: 'Database',
    type: 'google_spanner_database',
    grantsBy: 'database',
    // Live, nothing but drop protection keeps a database from being deleted.
    properties: ({ body }) => ({
      enable_drop_protection: flagAt(body, 'enableDropProtection'),
      deletion_protection: flagAt(body, 'enableDropProtection'),
    }),
  },
});
