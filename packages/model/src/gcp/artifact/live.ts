/** Answers of the Artifact Registry API in the words of the Terraform provider. Source: Artifact Registry API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { textOf } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('artifactregistry.googleapis.com', {
  repositories: {
    asset: 'Repository',
    type: 'google_artifact_registry_repository',
    grantsBy: 'repository',
    properties: ({ name, body }) => ({
      repository_id: name,
      // What is configured counts for nothing where scanning is off all the same.
      vulnerability_scanning_config: {
        enablement_config:
          textOf(body, 'vulnerabilityScanningConfig.enablementState') === 'SCANNING_DISABLED'
            ? 'DISABLED'
            : textOf(body, 'vulnerabilityScanningConfig.enablementConfig'),
      },
    }),
  },
});
