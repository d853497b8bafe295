/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Apigee uses a customer key', ja: 'Apigee が顧客管理の鍵で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.apigee.organization',
  why: {
    en: 'A key of your own can be withdrawn, and each use of it is logged.',
    ja: '自分の鍵なら無効化でき、利用も記録されます。',
  },
  fix: {
    summary: {
      en: 'Set runtime_database_encryption_key_name to a Cloud KMS key.',
      ja: 'runtime_database_encryption_key_name に Cloud KMS の鍵を設定してください。',
    },
    terraform: `resource "google_apigee_organization" "api" {
  project_id                           = "orders-prd"
  runtime_database_encryption_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
  },
  references: ['https://cloud.google.com/apigee/docs/api-platform/security/cmek/overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(organization) {
    if (organization.hasCustomerKey) return pass();
    return fail({
      en: `Apigee ${organization.name} is encrypted with a key of Google`,
      ja: `Apigee ${organization.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_apigee_organization" "api" {
  project_id = "orders-prd"
}`,
    ),
    passes(
      'runtime_database_encryption_key_name is projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders',
      `resource "google_apigee_organization" "api" {
  project_id                           = "orders-prd"
  runtime_database_encryption_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
    ),
    passes(
      'handed in',
      `variable "runtime_database_encryption_key_name" {}
resource "google_apigee_organization" "api" {
  project_id                           = "orders-prd"
  runtime_database_encryption_key_name = var.runtime_database_encryption_key_name
}`,
    ),
  ],
});
