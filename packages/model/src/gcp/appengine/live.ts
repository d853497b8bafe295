/** Answers of the App Engine Admin API in the words of the Terraform provider. Source: App Engine Admin API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { textOf } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('appengine.googleapis.com', {
  versions: {
    asset: 'Version',
    id: (body) => `//appengine.googleapis.com/${textOf(body, 'name') ?? ''}`,
    // A version that serves nothing answers nobody.
    type: {
      types: ['google_app_engine_standard_app_version', 'google_app_engine_flexible_app_version'],
      of({ body }) {
        if (textOf(body, 'servingStatus') === 'STOPPED') return null;
        return textOf(body, 'env')?.startsWith('flex') === true
          ? 'google_app_engine_flexible_app_version'
          : 'google_app_engine_standard_app_version';
      },
    },
    properties: ({ name, id }) => ({ version_id: name, service: /\/services\/([^/]+)/.exec(id)?.[1] }),
  },
});
