/** Google encrypts every secret; only a key of one's own can be taken away. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Secrets use a customer key', ja: 'シークレットが顧客管理の鍵で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.secretmanager.secret',
  why: {
    en: 'A key of your own can be withdrawn and logs each use.',
    ja: '自分の鍵なら無効化でき、利用も記録されます。',
  },
  fix: {
    summary: { en: 'Name a key in customer_managed_encryption.', ja: 'customer_managed_encryption に鍵を指定してください。' },
    terraform: `resource "google_secret_manager_secret" "db" {
  secret_id = "orders-db"
  replication {
    auto {
      customer_managed_encryption {
        kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
      }
    }
  }
}`,
  },
  references: ['https://cloud.google.com/secret-manager/docs/cmek'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(secret) {
    if (secret.hasCustomerKey) return pass();
    return fail({
      en: `Secret ${secret.name} is encrypted with a key of Google`,
      ja: `シークレット ${secret.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'a key of Google',
      `resource "google_secret_manager_secret" "db" {
  secret_id = "orders-db"
  replication {
    auto {}
  }
}`,
    ),
    passes(
      'a key of ones own',
      `resource "google_secret_manager_secret" "db" {
  secret_id = "orders-db"
  replication {
    auto {
      customer_managed_encryption {
        kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
      }
    }
  }
}`,
    ),
  ],
});
