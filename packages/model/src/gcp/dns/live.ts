/** Answers of the Cloud DNS API in the words of the Terraform provider. Source: Cloud DNS API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { textOf } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('dns.googleapis.com', {
  managedZones: {
    asset: 'ManagedZone',
    type: 'google_dns_managed_zone',
    id: (body, account) => `//dns.googleapis.com/projects/${account}/managedZones/${textOf(body, 'name') ?? textOf(body, 'id') ?? ''}`,
    grantsBy: 'managed_zone',
  },
  policies: {
    asset: 'Policy',
    type: 'google_dns_policy',
    id: (body, account) => `//dns.googleapis.com/projects/${account}/policies/${textOf(body, 'name') ?? textOf(body, 'id') ?? ''}`,
  },
});
