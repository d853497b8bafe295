/** An NFS client may claim to be any user, root too. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Access points force an identity', ja: 'アクセスポイントが利用者を固定している' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.efs.access-point',
  why: {
    en: 'NFS believes the user id that the client sends; without a forced identity an application reads what belongs to others.',
    ja: 'NFS はクライアントが名乗る利用者 ID を信じます。固定しないと他の利用者のファイルを読めます。',
  },
  fix: {
    summary: { en: 'Add posix_user with uid and gid.', ja: 'uid と gid を指定した posix_user を追加してください。' },
    terraform: `resource "aws_efs_access_point" "orders" {
  file_system_id = "fs-0123456789abcdef0"

  posix_user {
    uid = 1000
    gid = 1000
  }
}`,
    cloudformation: `Resources:
  Orders:
    Type: AWS::EFS::AccessPoint
    Properties:
      FileSystemId: fs-0123456789abcdef0
      PosixUser:
        Uid: "1000"
        Gid: "1000"`,
  },
  references: ['https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html'],
  equivalents: ['CKV_AWS_330', 'EFS.4', 'prowler:efs_access_point_enforce_user_identity'],
  evaluate(point) {
    if (point.enforcesUser) return pass();
    return fail({
      en: `Access point ${point.name} takes whatever user the client claims to be`,
      ja: `アクセスポイント ${point.name} はクライアントが名乗る利用者をそのまま受け入れます`,
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
    passes(
      'one user',
      `resource "aws_efs_access_point" "orders" {
  file_system_id = "fs-0123456789abcdef0"

  posix_user {
    uid = 1000
    gid = 1000
  }
}`,
      {
        cloudformation: `Resources:
  Orders:
    Type: AWS::EFS::AccessPoint
    Properties:
      FileSystemId: fs-0123456789abcdef0
      PosixUser:
        Uid: "1000"
        Gid: "1000"`,
      },
    ),
  ],
});
