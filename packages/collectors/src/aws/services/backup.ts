import { textOf } from '@kumomori/model';
import { defineService } from '../service.ts';

/** Source: AWS Backup API reference, read 2026-11-22. */
export const service = defineService({
  id: 'backup',
  load: async () => await import('@aws-sdk/client-backup'),
  client: 'BackupClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListBackupVaults',
      each: {
        items: 'BackupVaultList',
        calls: [{ operation: 'ListTags', input: (vault) => ({ ResourceArn: textOf(vault, 'BackupVaultArn') ?? null }) }],
      },
    },
    {
      operation: 'ListBackupPlans',
      each: {
        items: 'BackupPlansList',
        calls: [
          {
            operation: 'GetBackupPlan',
            input: (plan) => ({ BackupPlanId: textOf(plan, 'BackupPlanId') ?? null }),
            // A plan that is changed has a new version.
            unchangedWhile: ['VersionId'],
          },
          { operation: 'ListTags', input: (plan) => ({ ResourceArn: textOf(plan, 'BackupPlanArn') ?? null }) },
          {
            operation: 'ListBackupSelections',
            input: (plan) => ({ BackupPlanId: textOf(plan, 'BackupPlanId') ?? null }),
            each: {
              items: 'BackupSelectionsList',
              calls: [
                {
                  operation: 'GetBackupSelection',
                  input: (selection) => ({
                    BackupPlanId: textOf(selection, 'BackupPlanId') ?? null,
                    SelectionId: textOf(selection, 'SelectionId') ?? null,
                  }),
                },
              ],
            },
          },
        ],
      },
    },
    { operation: 'ListReportPlans' },
    { operation: 'ListRestoreTestingPlans' },
    { operation: 'ListProtectedResources', maxPages: 2000 },
  ],
});
