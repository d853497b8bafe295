/** An access point on / is no boundary. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Access points have a root directory of their own', ja: 'アクセスポイントが専用のルートディレクトリを持つ' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.efs.access-point',
  why: {
    en: 'With the root of the file system the application sees the directories of all others.',
    ja: 'ファイルシステムのルートを公開すると、他のアプリケーションのディレクトリも見えます。',
  },
  fix: {
    summary: {
      en: 'Set root_directory.path to a directory of the application.',
      ja: 'root_directory.path をアプリケーション専用のディレクトリにしてください。',
    },
    terraform: `resource "aws_efs_access_point" "orders" {
  file_system_id = "fs-0123456789abcdef0"

  root_directory {
    path = "/orders"
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EFS::AccessPoint
    Properties:
      FileSystemId: fs-0123456789abcdef0
      RootDirectory:
        Path: /orders`,
  },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html'],
  equivalents: ['CKV_AWS_329', 'EFS.3', 'prowler:efs_access_point_enforce_root_directory'],
  noFramework: 'no control mapping yet',
  evaluate(point) {
    if (point.rootDirectory !== '/') return pass();
    return fail({
      en: `Access point ${point.name} shows the whole file system`,
      ja: `アクセスポイント ${point.name} はファイルシステム全体を公開しています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "aws_efs_access_point" "orders" {
  file_system_id = "fs-0123456789abcdef0"
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EFS::AccessPoint
    Properties:
      FileSystemId: fs-0123456789abcdef0`,
      },
    ),
    fails(
      'written as the root',
      `resource "aws_efs_access_point" "orders" {
  file_system_id = "fs-0123456789abcdef0"

  root_directory {
    path = "/"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EFS::AccessPoint
    Properties:
      FileSystemId: fs-0123456789abcdef0
      RootDirectory:
        Path: /`,
      },
    ),
    passes(
      'a directory',
      `resource "aws_efs_access_point" "orders" {
  file_system_id = "fs-0123456789abcdef0"

  root_directory {
    path = "/orders"
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EFS::AccessPoint
    Properties:
      FileSystemId: fs-0123456789abcdef0
      RootDirectory:
        Path: /orders`,
      },
    ),
  ],
});
