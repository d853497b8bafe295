/** A policy that names everyone leaves only the network between a stranger and the files. */
import { anyStatement, defineCheck, fail, fails, grantsEveryone, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'File system policy is not open to all', ja: 'ファイルシステムのポリシーが全員に開かれていない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.efs.file-system',
  why: {
    en: 'Whoever reaches a mount target, from a peered network too, mounts the file system without any sign-in.',
    ja: 'マウントターゲットに到達できる者は、ピアリング先からでも認証なしでマウントできます。',
  },
  fix: {
    summary: {
      en: 'Name the roles, or require elasticfilesystem:AccessedViaMountTarget.',
      ja: 'ロールを限定するか、elasticfilesystem:AccessedViaMountTarget を条件にしてください。',
    },
    terraform: `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted      = true
}

resource "aws_efs_file_system_policy" "shared" {
  file_system_id = aws_efs_file_system.shared.id
  policy         = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:role/orders" }
      Action    = "elasticfilesystem:ClientMount"
    }]
  })
}`,
    cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      FileSystemPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: arn:aws:iam::123456789012:role/orders
            Action: elasticfilesystem:ClientMount`,
  },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html'],
  equivalents: ['EFS.6', 'prowler:efs_not_publicly_accessible', 'prowler:efs_mount_target_not_publicly_accessible'],
  evaluate(fileSystem) {
    if (!anyStatement(fileSystem.policy, grantsEveryone)) return pass();
    return fail({
      en: `The policy of file system ${fileSystem.name} admits everyone`,
      ja: `ファイルシステム ${fileSystem.name} のポリシーが全員を許可しています`,
    });
  },
  examples: [
    fails(
      'everyone',
      `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted      = true
}

resource "aws_efs_file_system_policy" "shared" {
  file_system_id = aws_efs_file_system.shared.id
  policy         = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "elasticfilesystem:ClientMount"
    }]
  })
}`,
    ),
    passes(
      'a role',
      `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted      = true
}

resource "aws_efs_file_system_policy" "shared" {
  file_system_id = aws_efs_file_system.shared.id
  policy         = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::123456789012:role/orders" }
      Action    = "elasticfilesystem:ClientMount"
    }]
  })
}`,
    ),
    passes(
      'everyone through a mount target',
      `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted      = true
}

resource "aws_efs_file_system_policy" "shared" {
  file_system_id = aws_efs_file_system.shared.id
  policy         = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "*" }
      Action    = "elasticfilesystem:ClientMount"
      Condition = { Bool = { "elasticfilesystem:AccessedViaMountTarget" = "true" } }
    }]
  })
}`,
    ),
    passes(
      'no policy',
      `resource "aws_efs_file_system" "shared" {
  creation_token = "shared-files"
  encrypted      = true
}`,
    ),
    fails('everyone in a template', {
      cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      FileSystemPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: '*'
            Action: elasticfilesystem:ClientMount`,
    }),
    passes('a role in a template', {
      cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      FileSystemPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: arn:aws:iam::123456789012:role/orders
            Action: elasticfilesystem:ClientMount`,
    }),
    passes('no policy in a template', {
      cloudformation: `Resources:
  OrdersFiles:
    Type: AWS::EFS::FileSystem
    Properties:
      PerformanceMode: generalPurpose`,
    }),
  ],
});
