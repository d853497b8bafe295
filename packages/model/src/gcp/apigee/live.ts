/** Answers of the Apigee API in the words of the Terraform provider. Source: Apigee API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { textOf } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('apigee.googleapis.com', {
  organizations: {
    asset: 'Organization',
    items: '',
    type: 'google_apigee_organization',
    id: (body, account) => `//apigee.googleapis.com/organizations/${textOf(body, 'name') ?? account}`,
  },
  instances: {
    asset: 'Instance',
    type: 'google_apigee_instance',
    id: (body, account) => `//apigee.googleapis.com/organizations/${account}/instances/${textOf(body, 'name') ?? ''}`,
  },
  environments: { asset: 'Environment', type: 'google_apigee_environment', grantsBy: 'env_id' },
});
