/** Answers of the Cloud Composer API in the words of the Terraform provider. Source: Cloud Composer API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { jsonAt, memberOf } from '../../live/index.ts';
import { flagAt, gcpSources, inTerms, membersInTerms, objectsAt } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('composer.googleapis.com', {
  environments: {
    asset: 'Environment',
    type: 'google_composer_environment',
    properties({ body }) {
      const config = memberOf(body, 'config');
      return {
        config: {
          ...membersInTerms(config),
          enable_private_environment: flagAt(config, 'privateEnvironmentConfig.enablePrivateEnvironment'),
          web_server_network_access_control: {
            allowed_ip_range: objectsAt(jsonAt(config, 'webServerNetworkAccessControl'), 'allowedIpRanges').map(inTerms),
          },
        },
      };
    },
  },
});
