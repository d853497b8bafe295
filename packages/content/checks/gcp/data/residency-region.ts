/** Laws and contracts say where personal data may be kept. */
import { defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes, tagValue } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Regulated data stays in approved locations', ja: '規制対象データが承認済みロケーションにとどまる' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.core.data-store',
  why: {
    en: 'Personal data in a location that law, contract or policy does not allow is a breach of rules even when nobody steals it.',
    ja: '法令・契約・規程が認めない場所に個人データを置くことは、漏えいがなくても違反になります。',
  },
  fix: {
    summary: {
      en: 'Move the resource to an approved location, or class its data correctly.',
      ja: '承認済みロケーションに移すか、データ区分を正しく付け直してください。',
    },
    terraform: `resource "google_storage_bucket" "members" {
  name     = "members-bucket"
  location = "ASIA-NORTHEAST1"
  labels = {
    data_class = "personal"
  }
}`,
  },
  references: ['https://cloud.google.com/assured-workloads/docs/data-residency'],
  equivalents: [],
  params: {
    approvedLocations: {
      type: 'strings',
      default: ['asia-northeast1', 'asia-northeast2', 'asia1'],
      description: { en: 'Locations where regulated data may be', ja: '規制対象データを置いてよいロケーション' },
    },
    classLabel: {
      type: 'strings',
      default: ['data-class'],
      description: { en: 'Label that classes the data', ja: 'データ区分のラベルキー' },
    },
    regulatedClasses: {
      type: 'strings',
      default: ['personal', 'confidential', 'restricted', 'pii', 'phi', 'pci'],
      description: { en: 'Values of that label that are regulated, lower case', ja: '規制対象とみなすラベルの値 (小文字)' },
    },
  },
  evaluate(store, { approvedLocations, classLabel, regulatedClasses }) {
    const dataClass = tagValue(store.labels, classLabel[0] ?? 'data-class');
    if (dataClass === undefined || !regulatedClasses.includes(dataClass.toLowerCase()))
      return notApplicable({
        en: `${store.name} holds no regulated data by its label`,
        ja: `${store.name} のラベルは規制対象データを示していません`,
      });
    const { location } = store;
    if (approvedLocations.includes(location)) return pass();
    return fail({
      en: `${store.name} keeps ${dataClass} data in ${location}, which is not an approved location`,
      ja: `${store.name} は ${dataClass} のデータを承認されていないロケーション ${location} に保存しています`,
    });
  },
  examples: [
    fails(
      'personal data in the United States',
      `resource "google_storage_bucket" "members" {
  name     = "members-bucket"
  location = "US"
  labels = {
    data_class = "personal"
  }
}`,
    ),
    fails(
      'by the region of the provider',
      `provider "google" {
  region = "europe-west1"
}
resource "google_sql_database_instance" "members" {
  name             = "members"
  database_version = "POSTGRES_17"
  settings {
    tier = "db-custom-2-7680"
    user_labels = {
      data_class = "personal"
    }
  }
}`,
    ),
    passes(
      'personal data in Tokyo',
      `resource "google_storage_bucket" "members" {
  name     = "members-bucket"
  location = "ASIA-NORTHEAST1"
  labels = {
    data_class = "personal"
  }
}`,
    ),
    passes(
      'a zone of an approved region',
      `resource "google_compute_disk" "members" {
  name = "members"
  zone = "asia-northeast2-b"
  labels = {
    data_class = "personal"
  }
}`,
    ),
    isNotApplicable(
      'public data',
      `resource "google_storage_bucket" "members" {
  name     = "members-bucket"
  location = "US"
  labels = {
    data_class = "public"
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "location" {}
resource "google_storage_bucket" "members" {
  name     = "members-bucket"
  location = var.location
  labels = {
    data_class = "personal"
  }
}`,
    ),
  ],
});
