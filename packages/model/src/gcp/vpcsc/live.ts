/** Answers of the Access Context Manager API in the words of the Terraform provider. Source: its v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { textOf } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('accesscontextmanager.googleapis.com', {
  servicePerimeters: {
    asset: 'ServicePerimeter',
    type: 'google_access_context_manager_service_perimeter',
    properties: ({ name, body }) => ({ name: textOf(body, 'title') ?? name }),
  },
});
