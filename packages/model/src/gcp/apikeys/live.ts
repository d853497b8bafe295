/** Answers of the API Keys API in the words of the Terraform provider. Source: API Keys API v2 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { daysSince, textOf } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('apikeys.googleapis.com', {
  keys: {
    asset: 'Key',
    type: 'google_apikeys_key',
    // Its own name is a UUID.
    properties: ({ name, body, context }) => ({
      name: textOf(body, 'displayName') || name,
      age_days: daysSince(textOf(body, 'createTime'), context.at),
    }),
  },
});
