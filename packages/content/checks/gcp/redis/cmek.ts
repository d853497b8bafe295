/** Google encrypts everything; only a key of one's own can be taken away again. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Memorystore uses a customer key', ja: 'Memorystore が顧客管理の鍵で暗号化されている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.redis.instance',
  why: {
    en: 'A key of your own can be withdrawn, and each use of it is logged.',
    ja: '自分の鍵なら無効化でき、利用も記録されます。',
  },
  fix: {
    summary: { en: 'Set customer_managed_key to a Cloud KMS key.', ja: 'customer_managed_key に Cloud KMS の鍵を設定してください。' },
    terraform: `resource "google_redis_instance" "sessions" {
  name                 = "sessions"
  memory_size_gb       = 4
  customer_managed_key = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
  },
  references: ['https://cloud.google.com/memorystore/docs/redis/about-cmek'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.hasCustomerKey) return pass();
    return fail({
      en: `Instance ${instance.name} is encrypted with a key of Google`,
      ja: `インスタンス ${instance.name} は Google 管理の鍵で暗号化されています`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_redis_instance" "sessions" {
  name           = "sessions"
  memory_size_gb = 4
}`,
    ),
    passes(
      'customer_managed_key is projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders',
      `resource "google_redis_instance" "sessions" {
  name                 = "sessions"
  memory_size_gb       = 4
  customer_managed_key = "projects/orders-prd/locations/asia-northeast1/keyRings/orders/cryptoKeys/orders"
}`,
    ),
    passes(
      'handed in',
      `variable "customer_managed_key" {}
resource "google_redis_instance" "sessions" {
  name                 = "sessions"
  memory_size_gb       = 4
  customer_managed_key = var.customer_managed_key
}`,
    ),
  ],
});
