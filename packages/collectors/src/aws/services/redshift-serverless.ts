import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

/** Source: Amazon Redshift Serverless API reference, read 2026-11-22. */
export const service = defineService({
  id: 'redshift-serverless',
  load: async () => await import('@aws-sdk/client-redshift-serverless'),
  client: 'RedshiftServerlessClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListNamespaces',
      each: { items: 'namespaces', calls: [{ operation: 'ListTagsForResource', input: named('namespaceArn', 'resourceArn') }] },
    },
    {
      operation: 'ListWorkgroups',
      each: { items: 'workgroups', calls: [{ operation: 'ListTagsForResource', input: named('workgroupArn', 'resourceArn') }] },
    },
  ],
});
