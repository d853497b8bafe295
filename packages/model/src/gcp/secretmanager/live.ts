/** Answers of the Secret Manager API in the words of the Terraform provider. Source: Secret Manager API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { jsonAt } from '../../live/index.ts';
import { gcpSources, inTerms } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('secretmanager.googleapis.com', {
  secrets: {
    asset: 'Secret',
    type: {
      types: ['google_secret_manager_secret', 'google_secret_manager_regional_secret'],
      of: ({ id }) => (id.includes('/locations/') ? 'google_secret_manager_regional_secret' : 'google_secret_manager_secret'),
    },
    grantsBy: 'secret_id',
    properties: ({ name, body }) => ({
      secret_id: name,
      replication: {
        auto: inTerms(jsonAt(body, 'replication.automatic')),
        user_managed: inTerms(jsonAt(body, 'replication.userManaged')),
      },
    }),
  },
});
