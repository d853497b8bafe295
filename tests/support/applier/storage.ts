import {
  CreateBucketCommand,
  DeleteBucketPolicyCommand,
  GetBucketPolicyCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketLoggingCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { PutPublicAccessBlockCommand as PutAccountBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
import { CreateFileSystemCommand, CreateMountTargetCommand, EFSClient } from '@aws-sdk/client-efs';
import {
  BackupClient,
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  CreateBackupVaultCommand,
  PutBackupVaultLockConfigurationCommand,
} from '@aws-sdk/client-backup';
import type { Block } from './block.ts';
import type { Recipes } from './recipe.ts';
import { must } from './recipe.ts';

/** Buckets with everything about them, file systems, backups. */
export const storage: Recipes = {
  async aws_s3_bucket(block, making) {
    const s3 = making.client(S3Client);
    const Bucket = must(block.text('bucket'), 'bucket');
    await s3.send(
      new CreateBucketCommand({
        Bucket,
        CreateBucketConfiguration: making.region === 'us-east-1' ? undefined : { LocationConstraint: making.region as 'ap-northeast-1' },
        ObjectLockEnabledForBucket: block.flag('object_lock_enabled'),
      }),
    );
    if (making.tags.length > 0) await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet: [...making.tags] } }));
    return { id: Bucket, bucket: Bucket, arn: `arn:aws:s3:::${Bucket}` };
  },

  async aws_s3_bucket_public_access_block(block, making) {
    await making
      .client(S3Client)
      .send(new PutPublicAccessBlockCommand({ Bucket: block.text('bucket'), PublicAccessBlockConfiguration: publicAccessBlock(block) }));
    return {};
  },

  async aws_s3_account_public_access_block(block, making) {
    await making
      .client(S3ControlClient)
      .send(new PutAccountBlockCommand({ AccountId: making.account, PublicAccessBlockConfiguration: publicAccessBlock(block) }));
    return {};
  },

  async aws_s3_bucket_versioning(block, making) {
    const configuration = block.block('versioning_configuration');
    await making.client(S3Client).send(
      new PutBucketVersioningCommand({
        Bucket: block.text('bucket'),
        VersioningConfiguration: { Status: configuration?.text('status') },
      }),
    );
    return {};
  },

  async aws_s3_bucket_server_side_encryption_configuration(block, making) {
    const Rules = block.blocks('rule').map((rule) => {
      const byDefault = rule.block('apply_server_side_encryption_by_default');
      return {
        BucketKeyEnabled: rule.flag('bucket_key_enabled'),
        ApplyServerSideEncryptionByDefault: byDefault && {
          SSEAlgorithm: byDefault.text<'AES256'>('sse_algorithm'),
          KMSMasterKeyID: byDefault.text('kms_master_key_id'),
        },
      };
    });
    await making
      .client(S3Client)
      .send(new PutBucketEncryptionCommand({ Bucket: block.text('bucket'), ServerSideEncryptionConfiguration: { Rules } }));
    return {};
  },

  async aws_s3_bucket_policy(block, making) {
    const Bucket = must(block.text('bucket'), 'bucket');
    await making.client(S3Client).send(new PutBucketPolicyCommand({ Bucket, Policy: must(block.text('policy'), 'policy') }));
    return { live: `arn:aws:s3:::${Bucket}#policy` };
  },

  async aws_s3_bucket_logging(block, making) {
    const s3 = making.client(S3Client);
    const TargetBucket = must(block.text('target_bucket'), 'target_bucket');
    const LoggingEnabled = { TargetBucket, TargetPrefix: block.text('target_prefix') };
    // moto understands only the plainest of policies at the target; the real one is put back.
    const { Policy } = await s3.send(new GetBucketPolicyCommand({ Bucket: TargetBucket })).catch(() => ({ Policy: undefined }));
    await s3.send(new PutBucketPolicyCommand({ Bucket: TargetBucket, Policy: logDelivery(TargetBucket) }));
    await s3.send(new PutBucketLoggingCommand({ Bucket: block.text('bucket'), BucketLoggingStatus: { LoggingEnabled } }));
    if (Policy === undefined) await s3.send(new DeleteBucketPolicyCommand({ Bucket: TargetBucket }));
    else await s3.send(new PutBucketPolicyCommand({ Bucket: TargetBucket, Policy }));
    return {};
  },

  async aws_s3_bucket_ownership_controls(block, making) {
    const Rules = block.blocks('rule').map((rule) => ({ ObjectOwnership: rule.text<'BucketOwnerEnforced'>('object_ownership') }));
    await making
      .client(S3Client)
      .send(new PutBucketOwnershipControlsCommand({ Bucket: block.text('bucket'), OwnershipControls: { Rules } }));
    return {};
  },

  async aws_s3_bucket_lifecycle_configuration(block, making) {
    const Rules = block.blocks('rule').map((rule) => {
      const abort = rule.block('abort_incomplete_multipart_upload');
      const expiration = rule.block('expiration');
      const old = rule.block('noncurrent_version_expiration');
      return {
        ID: rule.text('id'),
        Status: rule.text<'Enabled'>('status'),
        Filter: { Prefix: rule.block('filter')?.text('prefix') ?? '' },
        AbortIncompleteMultipartUpload: abort && { DaysAfterInitiation: abort.number('days_after_initiation') },
        Expiration: expiration && { Days: expiration.number('days') },
        NoncurrentVersionExpiration: old && { NoncurrentDays: old.number('noncurrent_days') },
      };
    });
    await making
      .client(S3Client)
      .send(new PutBucketLifecycleConfigurationCommand({ Bucket: block.text('bucket'), LifecycleConfiguration: { Rules } }));
    return {};
  },

  async aws_s3_bucket_object_lock_configuration(block, making) {
    const retention = block.block('rule')?.block('default_retention');
    await making.client(S3Client).send(
      new PutObjectLockConfigurationCommand({
        Bucket: block.text('bucket'),
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: retention && { DefaultRetention: { Mode: retention.text('mode'), Days: retention.number('days') } },
        },
      }),
    );
    return {};
  },

  async aws_efs_file_system(block, making) {
    const { FileSystemId, FileSystemArn } = await making.client(EFSClient).send(
      new CreateFileSystemCommand({
        CreationToken: block.text('creation_token'),
        Encrypted: block.flag('encrypted'),
        KmsKeyId: block.text('kms_key_id'),
        Tags: [...making.tags],
      }),
    );
    return { id: FileSystemId, arn: FileSystemArn };
  },

  async aws_efs_mount_target(block, making) {
    const { MountTargetId } = await making.client(EFSClient).send(
      new CreateMountTargetCommand({
        FileSystemId: block.text('file_system_id'),
        SubnetId: block.text('subnet_id'),
        SecurityGroups: block.texts('security_groups'),
      }),
    );
    return { id: MountTargetId };
  },

  async aws_backup_vault(block, making) {
    const { BackupVaultArn, BackupVaultName } = await making.client(BackupClient).send(
      new CreateBackupVaultCommand({
        BackupVaultName: block.text('name'),
        EncryptionKeyArn: block.text('kms_key_arn'),
        BackupVaultTags: { ...making.tagMap },
      }),
    );
    return { id: BackupVaultName, name: BackupVaultName, arn: BackupVaultArn };
  },

  async aws_backup_vault_lock_configuration(block, making) {
    await making.client(BackupClient).send(
      new PutBackupVaultLockConfigurationCommand({
        BackupVaultName: block.text('backup_vault_name'),
        MinRetentionDays: block.number('min_retention_days'),
        MaxRetentionDays: block.number('max_retention_days'),
      }),
    );
    return {};
  },

  async aws_backup_plan(block, making) {
    const Rules = block.blocks('rule').map((rule) => ({
      RuleName: rule.text('rule_name'),
      TargetBackupVaultName: rule.text('target_vault_name'),
      ScheduleExpression: rule.text('schedule'),
      Lifecycle: { DeleteAfterDays: rule.block('lifecycle')?.number('delete_after') },
      CopyActions: rule.blocks('copy_action').map((copy) => ({ DestinationBackupVaultArn: copy.text('destination_vault_arn') })),
    }));
    const { BackupPlanId, BackupPlanArn } = await making
      .client(BackupClient)
      .send(
        new CreateBackupPlanCommand({ BackupPlan: { BackupPlanName: block.text('name'), Rules }, BackupPlanTags: { ...making.tagMap } }),
      );
    return { id: BackupPlanId, arn: BackupPlanArn };
  },

  async aws_backup_selection(block, making) {
    const { SelectionId } = await making.client(BackupClient).send(
      new CreateBackupSelectionCommand({
        BackupPlanId: block.text('plan_id'),
        BackupSelection: {
          SelectionName: block.text('name'),
          IamRoleArn: block.text('iam_role_arn'),
          ListOfTags: block.blocks('selection_tag').map((tag) => ({
            ConditionType: tag.text<'STRINGEQUALS'>('type'),
            ConditionKey: tag.text('key'),
            ConditionValue: tag.text('value'),
          })),
        },
      }),
    );
    return { id: SelectionId };
  },
};

function publicAccessBlock(
  block: Block,
): Record<'BlockPublicAcls' | 'IgnorePublicAcls' | 'BlockPublicPolicy' | 'RestrictPublicBuckets', boolean> {
  return {
    BlockPublicAcls: block.flag('block_public_acls') ?? false,
    IgnorePublicAcls: block.flag('ignore_public_acls') ?? false,
    BlockPublicPolicy: block.flag('block_public_policy') ?? false,
    RestrictPublicBuckets: block.flag('restrict_public_buckets') ?? false,
  };
}

function logDelivery(bucket: string): string {
  const statement = { Effect: 'Allow', Principal: { Service: 'logging.s3.amazonaws.com' }, Action: ['s3:PutObject'] };
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, Resource: `arn:aws:s3:::${bucket}/*` }] });
}
