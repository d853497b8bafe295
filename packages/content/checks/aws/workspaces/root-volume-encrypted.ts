/** The system volume holds caches, logs and the page file. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'System volumes of desktops are encrypted', ja: 'デスクトップのルートボリュームが暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.workspaces.workspace',
  why: {
    en: 'Documents, mail and saved passwords on the desktop are readable from the disk and its snapshots.',
    ja: 'デスクトップ上の文書やメール、保存されたパスワードが、ディスクやスナップショットから読めます。',
  },
  fix: {
    summary: {
      en: 'Set root_volume_encryption_enabled to true and name a key.',
      ja: 'root_volume_encryption_enabled を true にし、キーを指定してください。',
    },
    terraform: `resource "aws_workspaces_workspace" "hanako" {
  directory_id                   = "d-0123456789"
  bundle_id                      = "wsb-0123456789"
  user_name                      = "hanako"
  root_volume_encryption_enabled = true
  volume_encryption_key          = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
    cloudformation: `Resources:
  Hanako:
    Type: AWS::WorkSpaces::Workspace
    Properties:
      DirectoryId: d-0123456789
      BundleId: wsb-0123456789
      UserName: hanako
      RootVolumeEncryptionEnabled: true
      VolumeEncryptionKey: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
  },
  references: ['https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html'],
  equivalents: [
    'CKV_AWS_156',
    'AVD-AWS-0109',
    'tfsec:aws-workspaces-enable-disk-encryption',
    'WorkSpaces.2',
    'prowler:workspaces_volume_encryption_enabled',
    'cloudsploit:workspacesVolumeEncryption',
  ],
  noFramework: 'no control mapping yet',
  evaluate(workspace) {
    if (workspace.rootVolumeEncrypted) return pass();
    return fail({
      en: `The system volume of desktop ${workspace.name} is not encrypted`,
      ja: `デスクトップ ${workspace.name} のルートボリュームは暗号化されていません`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_workspaces_workspace" "hanako" {
  directory_id = "d-0123456789"
  bundle_id    = "wsb-0123456789"
  user_name    = "hanako"
}`,
      {
        cloudformation: `Resources:
  Hanako:
    Type: AWS::WorkSpaces::Workspace
    Properties:
      DirectoryId: d-0123456789
      BundleId: wsb-0123456789
      UserName: hanako`,
      },
    ),
    passes(
      'on',
      `resource "aws_workspaces_workspace" "hanako" {
  directory_id                   = "d-0123456789"
  bundle_id                      = "wsb-0123456789"
  user_name                      = "hanako"
  root_volume_encryption_enabled = true
  volume_encryption_key          = "arn:aws:kms:ap-northeast-1:123456789012:key/1111"
}`,
      {
        cloudformation: `Resources:
  Hanako:
    Type: AWS::WorkSpaces::Workspace
    Properties:
      DirectoryId: d-0123456789
      BundleId: wsb-0123456789
      UserName: hanako
      RootVolumeEncryptionEnabled: true
      VolumeEncryptionKey: arn:aws:kms:ap-northeast-1:123456789012:key/1111`,
      },
    ),
  ],
});
