import type { Framework } from '@kumomori/model';

export const framework: Framework = {
  id: 'gdpr',
  version: '2016-679',
  name: 'GDPR',
  mapping: 'inherited',
  complete: false,
  controls: {
    'Art.25': [
      'aws-cloudtrail-bucket-not-public',
      'aws-cloudtrail-cmk-encryption',
      'aws-cloudtrail-log-file-validation',
      'aws-cloudtrail-multi-region-enabled',
      'aws-config-recorder-all-regions',
      'aws-iam-inline-policy-no-admin-star',
      'aws-iam-password-policy-min-length',
      'aws-iam-policy-no-admin-star',
      'aws-iam-user-mfa-enabled',
      'aws-kms-key-rotation-enabled',
      'aws-vpc-flow-logs-enabled',
    ],
    'Art.30': [],
    'Art.32': [
      'aws-cloudfront-https-only',
      'aws-cloudtrail-cmk-encryption',
      'aws-cloudtrail-log-file-validation',
      'aws-ec2-ebs-volume-encrypted',
      'aws-efs-encrypted',
      'aws-opensearch-encryption-at-rest',
      'aws-rds-instance-backup-retention',
      'aws-rds-instance-encrypted',
      'aws-s3-bucket-default-encryption',
      'aws-s3-bucket-tls-only',
    ],
  },
};
