import { textOf } from '@kumomori/model';
import { defineService } from '../service.ts';

/** Source: AWS Systems Manager API reference, read 2026-11-22. Values of parameters are never asked for. */
const settings = ['/ssm/documents/console/public-sharing-permission', '/ssm/automation/customer-script-log-destination'] as const;

export const service = defineService({
  id: 'ssm',
  load: async () => await import('@aws-sdk/client-ssm'),
  client: 'SSMClient',
  scope: 'regional',
  calls: [
    { operation: 'DescribeParameters', maxPages: 2000 },
    {
      operation: 'ListDocuments',
      input: { Filters: [{ Key: 'Owner', Values: ['Self'] }] },
      each: {
        items: 'DocumentIdentifiers',
        calls: [
          { operation: 'GetDocument', input: (document) => ({ Name: textOf(document, 'Name') ?? null }) },
          {
            operation: 'DescribeDocumentPermission',
            input: (document) => ({ Name: textOf(document, 'Name') ?? null, PermissionType: 'Share' }),
          },
        ],
      },
    },
    { operation: 'DescribeInstanceInformation' },
    { operation: 'ListResourceComplianceSummaries' },
    ...settings.map((SettingId) => ({ operation: 'GetServiceSetting', input: { SettingId }, absent: ['ServiceSettingNotFound'] })),
  ],
});
