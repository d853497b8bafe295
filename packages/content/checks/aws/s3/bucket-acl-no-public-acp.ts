/** Who may rewrite the ACL gives himself the rest. */
import { defineCheck, fail, fails, find, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Strangers cannot read or rewrite the bucket ACL', ja: '外部の人がバケット ACL を読み書きできない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'Full control or the right to write the ACL, granted to everyone, hands over the bucket; reading the ACL shows attackers where to look.',
    ja: '全員への FULL_CONTROL や ACL 書き込みの許可はバケットを明け渡すことと同じです。ACL の読み取りも攻撃の手がかりになります。',
  },
  fix: {
    summary: {
      en: 'Remove grants of FULL_CONTROL, READ_ACP and WRITE_ACP to the global groups.',
      ja: 'グローバルグループへの FULL_CONTROL・READ_ACP・WRITE_ACP の許可を削除してください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_acl" "orders" {
  bucket = aws_s3_bucket.orders.id
  acl    = "private"
}`,
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html'],
  equivalents: ['CKV_AWS_375'],
  noFramework: 'no control mapping yet',
  without: { cloudformation: 'CloudFormation has canned ACLs only, none of which opens the ACL itself' },
  evaluate(bucket) {
    const open = find(
      bucket.grants,
      (grant) =>
        /\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/.test(grant.uri ?? '') &&
        ['FULL_CONTROL', 'READ_ACP', 'WRITE_ACP'].includes(grant.permission),
    );
    if (!open) return pass();
    return fail({
      en: `ACL of bucket ${bucket.name} grants ${open.permission} to a global group`,
      ja: `バケット ${bucket.name} の ACL はグローバルグループに ${open.permission} を許可しています`,
    });
  },
  examples: [
    fails(
      'everyone may read the ACL',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_acl" "orders" {
  bucket = aws_s3_bucket.orders.id
  access_control_policy {
    owner {
      id = "exampleownerid"
    }
    grant {
      permission = "READ_ACP"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers"
      }
    }
  }
}`,
    ),
    fails(
      'full control',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_acl" "orders" {
  bucket = aws_s3_bucket.orders.id
  access_control_policy {
    owner {
      id = "exampleownerid"
    }
    grant {
      permission = "FULL_CONTROL"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
      }
    }
  }
}`,
    ),
    passes(
      'objects may be listed, the ACL not',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_acl" "orders" {
  bucket = aws_s3_bucket.orders.id
  access_control_policy {
    owner {
      id = "exampleownerid"
    }
    grant {
      permission = "READ"
      grantee {
        type = "Group"
        uri  = "http://acs.amazonaws.com/groups/global/AllUsers"
      }
    }
  }
}`,
    ),
  ],
});
