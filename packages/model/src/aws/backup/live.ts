/** Answers of the AWS Backup API, in the words of CloudFormation. Source: AWS Backup API reference, read 2026-11-22. */
import type { Json, LiveContext, LiveSource, LiveThing, LiveValue } from '../../live/index.ts';
import { daysSince, itemsAt, jsonAt, tagPairs, textOf, whenKnown } from '../../live/index.ts';
import { keyName } from '../kms/key-name.ts';
import { unaskedTags } from '../core/unasked-tags.ts';

export const live: readonly LiveSource[] = [
  { call: 'backup:ListBackupVaults', items: 'BackupVaultList', types: ['AWS::Backup::BackupVault'], declare: vault },
  { call: 'backup:ListBackupPlans', items: 'BackupPlansList', types: ['AWS::Backup::BackupPlan'], declare: plan },
  {
    call: 'backup:GetBackupSelection',
    items: '',
    types: ['AWS::Backup::BackupSelection'],
    after: ['backup:ListBackupPlans', 'backup:ListBackupSelections'],
    declare: selection,
  },
  { call: 'backup:ListReportPlans', items: 'ReportPlans', types: ['AWS::Backup::ReportPlan'], declare: reportPlan },
  {
    call: 'backup:ListRestoreTestingPlans',
    items: 'RestoreTestingPlans',
    types: ['AWS::Backup::RestoreTestingPlan'],
    declare: restoreTesting,
  },
  { call: 'backup:ListProtectedResources', items: 'Results', types: ['aws.backup.protected-resource'], declare: protectedResource },
];

function vault(item: Json, context: LiveContext): LiveThing | null {
  const [name, id] = [textOf(item, 'BackupVaultName'), textOf(item, 'BackupVaultArn')];
  if (name === undefined || id === undefined) return null;
  const min = jsonAt(item, 'MinRetentionDays');
  const key = keyName(jsonAt(item, 'EncryptionKeyArn'), context);
  return {
    type: 'AWS::Backup::BackupVault',
    id,
    name,
    properties: {
      BackupVaultName: name,
      EncryptionKeyArn: isOfAws(key) ? undefined : key,
      LockConfiguration: jsonAt(item, 'Locked') === true ? { MinRetentionDays: min } : undefined,
      BackupVaultTags: tags(id, context),
    },
  };
}

/** A vault that names no key has that of AWS, and the answer names it all the same. */
function isOfAws(key: LiveValue): boolean {
  return typeof key === 'string' && key.startsWith('alias/aws/');
}

function plan(item: Json, context: LiveContext): LiveThing | null {
  const [id, arn] = [textOf(item, 'BackupPlanId'), textOf(item, 'BackupPlanArn')];
  if (id === undefined || arn === undefined) return null;
  const details = context.answer('backup:GetBackupPlan', { BackupPlanId: id });
  return {
    type: 'AWS::Backup::BackupPlan',
    id: arn,
    name: textOf(item, 'BackupPlanName') ?? id,
    names: [id],
    properties: {
      BackupPlan: whenKnown(details, (json) => ({
        BackupPlanName: textOf(json, 'BackupPlan.BackupPlanName'),
        BackupPlanRule: itemsAt(json, 'BackupPlan.Rules').map((rule) => {
          const copies = itemsAt(rule, 'CopyActions');
          return { RuleName: textOf(rule, 'RuleName'), CopyActions: copies.length > 0 ? copies : undefined };
        }),
      })),
      BackupPlanTags: tags(arn, context),
    },
  };
}

function selection(item: Json): LiveThing | null {
  const id = textOf(item, 'SelectionId');
  if (id === undefined) return null;
  const chosen = jsonAt(item, 'BackupSelection');
  return {
    type: 'AWS::Backup::BackupSelection',
    id: `${textOf(item, 'BackupPlanId') ?? ''}/${id}`,
    name: textOf(chosen, 'SelectionName') ?? id,
    properties: {
      BackupSelection: {
        Resources: itemsAt(chosen, 'Resources'),
        ListOfTags: itemsAt(chosen, 'ListOfTags'),
      },
    },
  };
}

function reportPlan(item: Json): LiveThing | null {
  const [id, name] = [textOf(item, 'ReportPlanArn'), textOf(item, 'ReportPlanName')];
  if (id === undefined) return null;
  return { type: 'AWS::Backup::ReportPlan', id, name: name ?? id, properties: { ReportPlanName: name, Tags: unaskedTags } };
}

function restoreTesting(item: Json, context: LiveContext): LiveThing | null {
  const [id, name] = [textOf(item, 'RestoreTestingPlanArn'), textOf(item, 'RestoreTestingPlanName')];
  if (id === undefined) return null;
  return {
    type: 'AWS::Backup::RestoreTestingPlan',
    id,
    name: name ?? id,
    properties: {
      RestoreTestingPlanName: name,
      AgeDays: daysSince(jsonAt(item, 'CreationTime'), context.at),
      ExecutedDays: daysSince(jsonAt(item, 'LastExecutionTime'), context.at),
      Tags: unaskedTags,
    },
  };
}

function protectedResource(item: Json, context: LiveContext): LiveThing | null {
  const arn = textOf(item, 'ResourceArn');
  if (arn === undefined) return null;
  return {
    type: 'aws.backup.protected-resource',
    id: `${arn}#backup`,
    name: textOf(item, 'ResourceName') ?? arn,
    names: [arn],
    properties: { BackupDays: daysSince(jsonAt(item, 'LastBackupTime'), context.at), ResourceType: textOf(item, 'ResourceType') },
  };
}

function tags(arn: string, context: LiveContext): LiveValue {
  return whenKnown(context.answer('backup:ListTags', { ResourceArn: arn }), (json) => tagPairs(jsonAt(json, 'Tags')));
}
