/** The switch that makes every later mistake with grants and ACLs harmless. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Public access prevention is enforced on buckets', ja: 'バケットで公開アクセスの防止が適用されている' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.storage.bucket',
  why: {
    en: 'With enforcement no grant and no ACL can open the bucket to the public, whoever writes it later.',
    ja: '適用しておけば、後から誰が権限や ACL を書いても、バケットが一般公開されることはありません。',
  },
  fix: {
    edits: { terraform: [{ set: 'public_access_prevention', value: 'enforced' }] },
    cautions: ['closes-access'],
    summary: { en: 'Set public_access_prevention to enforced.', ja: 'public_access_prevention を enforced にしてください。' },
    terraform: `resource "google_storage_bucket" "orders" {
  name                     = "orders-bucket"
  location                 = "ASIA-NORTHEAST1"
  public_access_prevention = "enforced"
}`,
    cli: 'gcloud storage buckets update gs://NAME --public-access-prevention',
  },
  references: ['https://cloud.google.com/storage/docs/public-access-prevention'],
  equivalents: ['CKV_GCP_114', 'prowler:cloudstorage_bucket_public_access'],
  evaluate(bucket) {
    if (bucket.publicAccessPrevention === 'enforced') return pass();
    return fail({
      en: `Bucket ${bucket.name} does not enforce public access prevention`,
      ja: `バケット ${bucket.name} に公開アクセスの防止が適用されていません`,
    });
  },
  examples: [
    fails(
      'public_access_prevention is inherited',
      `resource "google_storage_bucket" "orders" {
  name                     = "orders-bucket"
  location                 = "ASIA-NORTHEAST1"
  public_access_prevention = "inherited"
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
      'public_access_prevention is enforced',
      `resource "google_storage_bucket" "orders" {
  name                     = "orders-bucket"
  location                 = "ASIA-NORTHEAST1"
  public_access_prevention = "enforced"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "public_access_prevention" {}
resource "google_storage_bucket" "orders" {
  name                     = "orders-bucket"
  location                 = "ASIA-NORTHEAST1"
  public_access_prevention = var.public_access_prevention
}`,
    ),
  ],
});
