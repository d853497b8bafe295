/** Labels are how a finding reaches the person who can fix it. */
import { defineCheck, fail, fails, hasTag, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Resources carry owner, environment and data-class labels', ja: '所有者・環境・データ区分のラベルが付いている' },
  severity: 'low',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.core.labeled-resource',
  why: {
    en: 'A resource nobody owns is a resource nobody patches; without labels a finding cannot reach its owner.',
    ja: '所有者の分からないリソースは誰も修正しません。ラベルがなければ検出結果を担当者に届けられません。',
  },
  fix: {
    summary: {
      en: 'Add the missing labels, or set them once as default_labels of the provider.',
      ja: '不足しているラベルを追加するか、プロバイダーの default_labels でまとめて設定してください。',
    },
    terraform: `provider "google" {
  default_labels = {
    owner       = "ec-team"
    environment = "production"
  }
}
resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  labels = {
    data_class = "public"
  }
}`,
  },
  references: ['https://cloud.google.com/resource-manager/docs/labels-overview'],
  equivalents: [],
  params: {
    requiredLabels: {
      type: 'strings',
      default: ['owner', 'environment', 'data-class'],
      description: {
        en: 'Label keys that must be there; case, - and _ do not matter',
        ja: '必須のラベルキー (大文字小文字と - _ の違いは無視)',
      },
    },
  },
  evaluate(resource, { requiredLabels }) {
    const missing = requiredLabels.filter((label) => !hasTag(resource.labels, label));
    if (missing.length === 0) return pass();
    return fail({
      en: `${resource.name} lacks the label${missing.length > 1 ? 's' : ''} ${missing.join(', ')}`,
      ja: `${resource.name} にラベル ${missing.join(', ')} がありません`,
    });
  },
  examples: [
    fails(
      'no labels',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
}`,
    ),
    fails(
      'one is missing',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  labels = {
    owner       = "ec-team"
    environment = "production"
  }
}`,
    ),
    passes(
      'default labels of the provider and own ones',
      `provider "google" {
  default_labels = {
    owner       = "ec-team"
    environment = "production"
  }
}
resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  labels = {
    data_class = "public"
  }
}`,
    ),
    passes(
      'of a Cloud SQL instance',
      `resource "google_sql_database_instance" "orders" {
  name             = "orders"
  database_version = "POSTGRES_17"
  region           = "asia-northeast1"
  settings {
    tier = "db-custom-2-7680"
    user_labels = {
      owner       = "ec-team"
      environment = "production"
      data-class  = "personal"
    }
  }
}`,
    ),
    passes(
      'other labels are required',
      `resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  labels = {
    cost_center = "1200"
  }
}`,
      { params: { requiredLabels: ['cost-center'] } },
    ),
    fails(
      'an address without labels',
      `resource "google_compute_address" "orders" {
  name   = "orders"
  region = "asia-northeast1"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "labels" {}
resource "google_storage_bucket" "orders" {
  name     = "orders-bucket"
  location = "ASIA-NORTHEAST1"
  labels   = var.labels
}`,
    ),
  ],
});
