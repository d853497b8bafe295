/** The catalog knows every table, and the passwords to reach them. */
import { defineCheck, fail, fails, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Glue catalog and passwords are encrypted', ja: 'Glue カタログと接続パスワードが暗号化されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.glue.data-catalog-encryption',
  why: {
    en: 'The catalog lists every table and holds the passwords of connections; whoever may read connections gets them in plain text.',
    ja: 'カタログにはすべてのテーブルの情報と接続パスワードがあり、接続を参照できる人はパスワードを平文で取得できます。',
  },
  fix: {
    summary: {
      en: 'Set SSE-KMS for the metadata, and encrypt the passwords of connections.',
      ja: 'メタデータに SSE-KMS を設定し、接続パスワードも暗号化してください。',
    },
    terraform: `resource "aws_glue_data_catalog_encryption_settings" "catalog" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
      sse_aws_kms_key_id      = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
  }
}`,
    cloudformation: `Resources:
  Catalog:
    Type: AWS::Glue::DataCatalogEncryptionSettings
    Properties:
      CatalogId: "123456789012"
      DataCatalogEncryptionSettings:
        EncryptionAtRest:
          CatalogEncryptionMode: SSE-KMS
          SseAwsKmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
        ConnectionPasswordEncryption:
          ReturnConnectionPasswordEncrypted: true
          KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
    cli: 'aws glue put-data-catalog-encryption-settings --data-catalog-encryption-settings file://settings.json',
  },
  references: [
    'https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html',
    'https://docs.aws.amazon.com/glue/latest/dg/encrypt-connection-passwords.html',
  ],
  equivalents: [
    'CKV_AWS_94',
    'prowler:glue_data_catalogs_metadata_encryption_enabled',
    'prowler:glue_data_catalogs_connection_passwords_encryption_enabled',
    'cloudsploit:dataCatalogEncryptionEnabled',
  ],
  evaluate(settings) {
    const wrong = which({
      metadata: () => settings.metadataMode === 'DISABLED',
      passwords: () => !settings.encryptsPasswords,
    });
    if (wrong === undefined) return pass();
    return fail({
      en: `The Glue catalog of ${settings.name} does not encrypt ${wrong === 'metadata' ? 'its metadata' : 'passwords of connections'}`,
      ja: `${settings.name} の Glue カタログは${wrong === 'metadata' ? 'メタデータ' : '接続パスワード'}を暗号化していません`,
    });
  },
  examples: [
    fails(
      'only the metadata',
      `resource "aws_glue_data_catalog_encryption_settings" "catalog" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
    }
    connection_password_encryption {
      return_connection_password_encrypted = false
    }
  }
}`,
      {
        cloudformation: `Resources:
  Catalog:
    Type: AWS::Glue::DataCatalogEncryptionSettings
    Properties:
      CatalogId: "123456789012"
      DataCatalogEncryptionSettings:
        EncryptionAtRest:
          CatalogEncryptionMode: SSE-KMS
        ConnectionPasswordEncryption:
          ReturnConnectionPasswordEncrypted: false`,
      },
    ),
    fails(
      'only the passwords',
      `resource "aws_glue_data_catalog_encryption_settings" "catalog" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "DISABLED"
    }
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Catalog:
    Type: AWS::Glue::DataCatalogEncryptionSettings
    Properties:
      CatalogId: "123456789012"
      DataCatalogEncryptionSettings:
        EncryptionAtRest:
          CatalogEncryptionMode: DISABLED
        ConnectionPasswordEncryption:
          ReturnConnectionPasswordEncrypted: true
          KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
    passes(
      'both',
      `resource "aws_glue_data_catalog_encryption_settings" "catalog" {
  data_catalog_encryption_settings {
    encryption_at_rest {
      catalog_encryption_mode = "SSE-KMS"
      sse_aws_kms_key_id      = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
    connection_password_encryption {
      return_connection_password_encrypted = true
      aws_kms_key_id                       = "arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555"
    }
  }
}`,
      {
        cloudformation: `Resources:
  Catalog:
    Type: AWS::Glue::DataCatalogEncryptionSettings
    Properties:
      CatalogId: "123456789012"
      DataCatalogEncryptionSettings:
        EncryptionAtRest:
          CatalogEncryptionMode: SSE-KMS
          SseAwsKmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555
        ConnectionPasswordEncryption:
          ReturnConnectionPasswordEncrypted: true
          KmsKeyId: arn:aws:kms:ap-northeast-1:123456789012:key/11111111-2222-3333-4444-555555555555`,
      },
    ),
  ],
});
