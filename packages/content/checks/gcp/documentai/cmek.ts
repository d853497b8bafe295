/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Document AI uses a customer key', ja: 'Document AI が顧客管理の鍵で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.documentai.resource',
  why: {
    en: 'Documents hold names, amounts and signatures; a key of your own can be withdrawn.',
    ja: '文書には氏名・金額・署名が含まれます。自分の鍵なら無効化できます。',
  },
  fix: {
    summary: { en: 'Set kms_key_name to a Cloud KMS key.', ja: 'kms_key_name に Cloud KMS の鍵を設定してください。' },
    terraform: `resource "google_document_ai_processor" "invoices" {
  display_name = "invoices"
  location     = "eu"
  type         = "INVOICE_PROCESSOR"
  kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
  },
  references: ['https://cloud.google.com/document-ai/docs/cmek'],
  equivalents: ['CKV2_GCP_22', 'CKV2_GCP_23'],
  noFramework: 'no control mapping yet',
  evaluate(resource) {
    if (resource.hasCustomerKey) return pass();
    return fail({
      en: `Document AI ${resource.name} is encrypted with a key of Google`,
      ja: `Document AI ${resource.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_document_ai_processor" "invoices" {
  display_name = "invoices"
  location     = "eu"
  type         = "INVOICE_PROCESSOR"
}`,
    ),
    passes(
      'kms_key_name is projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders',
      `resource "google_document_ai_processor" "invoices" {
  display_name = "invoices"
  location     = "eu"
  type         = "INVOICE_PROCESSOR"
  kms_key_name = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
    ),
    passes(
      'handed in',
      `variable "kms_key_name" {}
resource "google_document_ai_processor" "invoices" {
  display_name = "invoices"
  location     = "eu"
  type         = "INVOICE_PROCESSOR"
  kms_key_name = var.kms_key_name
}`,
    ),
    fails(
      'a warehouse',
      `resource "google_document_ai_warehouse_location" "eu" {
  location       = "eu"
  project_number = "123456789012"
}`,
    ),
    passes(
      'a warehouse with a key',
      `resource "google_document_ai_warehouse_location" "eu" {
  location       = "eu"
  project_number = "123456789012"
  kms_key        = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
    ),
  ],
});
