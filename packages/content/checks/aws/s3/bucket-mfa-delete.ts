/** Stolen keys of an administrator delete every version; a second factor stops them. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Version deletion demands MFA', ja: 'バージョンの削除に MFA を必要とする' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'aws.s3.bucket',
  why: {
    en: 'With versioning alone, whoever has stolen delete rights removes all versions for good.',
    ja: 'バージョニングだけでは、削除権限を奪った者が全バージョンを完全に消せます。',
  },
  fix: {
    summary: {
      en: 'Turn on MFA delete with the credentials of the root user.',
      ja: 'root ユーザーの認証情報で MFA Delete を有効にしてください。',
    },
    terraform: `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_versioning" "orders" {
  bucket = aws_s3_bucket.orders.id
  versioning_configuration {
    status = "Enabled"
    mfa_delete = "Enabled"
  }
}`,
    cli: 'aws s3api put-bucket-versioning --bucket NAME --versioning-configuration Status=Enabled,MFADelete=Enabled --mfa "SERIAL CODE"',
  },
  references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html'],
  equivalents: [
    'AVD-AWS-0170',
    'tfsec:aws-s3-require-mfa-delete',
    'S3.20',
    'prowler:s3_bucket_no_mfa_delete',
    'cloudsploit:bucketMFADeleteEnabled',
  ],
  without: { cloudformation: 'CloudFormation cannot switch MFA delete on' },
  evaluate(bucket) {
    if (bucket.versioning.mfaDelete === 'Enabled') return pass();
    return fail({
      en: `Versions in bucket ${bucket.name} can be deleted without MFA`,
      ja: `バケット ${bucket.name} のバージョンは MFA なしで削除できます`,
    });
  },
  examples: [
    fails(
      'versioning only',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_versioning" "orders" {
  bucket = aws_s3_bucket.orders.id
  versioning_configuration {
    status = "Enabled"
  }
}`,
    ),
    fails(
      'legacy inline block',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
  versioning {
    enabled    = true
    mfa_delete = false
  }
}`,
    ),
    passes(
      'MFA delete',
      `resource "aws_s3_bucket" "orders" {
  bucket = "orders-bucket"
}
resource "aws_s3_bucket_versioning" "orders" {
  bucket = aws_s3_bucket.orders.id
  versioning_configuration {
    status = "Enabled"
    mfa_delete = "Enabled"
  }
}`,
    ),
  ],
});
