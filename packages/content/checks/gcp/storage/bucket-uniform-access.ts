/** ACLs on single objects are where public files hide. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Buckets use uniform bucket-level access', ja: 'バケットで均一なバケットレベルのアクセスが有効である' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.storage.bucket',
  why: {
    en: 'With ACLs on objects nobody can say who may read what; with uniform access IAM alone decides.',
    ja: 'オブジェクト単位の ACL があると誰が何を読めるか把握できません。均一なアクセスなら IAM だけで決まります。',
  },
  fix: {
    edits: { terraform: [{ set: 'uniform_bucket_level_access', value: true }] },
    cautions: ['changes-permissions', 'irreversible'],
    summary: { en: 'Set uniform_bucket_level_access to true.', ja: 'uniform_bucket_level_access を true にしてください。' },
    terraform: `resource "google_storage_bucket" "orders" {
  name                        = "orders-bucket"
  location                    = "ASIA-NORTHEAST1"
  uniform_bucket_level_access = true
}`,
    cli: 'gcloud storage buckets update gs://NAME --uniform-bucket-level-access',
  },
  references: ['https://cloud.google.com/storage/docs/uniform-bucket-level-access'],
  equivalents: [
    'CKV_GCP_29',
    'AVD-GCP-0002',
    'tfsec:google-storage-enable-ubla',
    'prowler:cloudstorage_bucket_uniform_bucket_level_access',
    'cloudsploit:bucketUniformAccess',
  ],
  evaluate(bucket) {
    if (bucket.hasUniformAccess) return pass();
    return fail({
      en: `Bucket ${bucket.name} lets ACLs of single objects grant access`,
      ja: `バケット ${bucket.name} ではオブジェクト単位の ACL でアクセスを許可できます`,
    });
  },
  examples: [
    fails(
      'uniform_bucket_level_access is false',
      `resource "google_storage_bucket" "orders" {
  name                        = "orders-bucket"
  location                    = "ASIA-NORTHEAST1"
  uniform_bucket_level_access = false
}`,
    ),
    fails(
      'not written',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}`,
    ),
    passes(
      'uniform_bucket_level_access is true',
      `resource "google_storage_bucket" "orders" {
  name                        = "orders-bucket"
  location                    = "ASIA-NORTHEAST1"
  uniform_bucket_level_access = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "uniform_bucket_level_access" {}
resource "google_storage_bucket" "orders" {
  name                        = "orders-bucket"
  location                    = "ASIA-NORTHEAST1"
  uniform_bucket_level_access = var.uniform_bucket_level_access
}`,
    ),
  ],
});
