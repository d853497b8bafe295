/** Nobody protects personal data that nobody knows of. */
import { allOf, any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Warehouse data is discovered and classified', ja: 'データウェアハウスのデータが検出・分類されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.dlp.discovery',
  why: {
    en: 'Discovery finds names, cards and numbers in tables where nobody expects them.',
    ja: '検出により、想定外のテーブルにある氏名やカード番号などの個人情報が分かります。',
  },
  fix: {
    summary: { en: 'Let a discovery configuration run over BigQuery.', ja: 'BigQuery を対象とする検出設定を稼働させてください。' },
    terraform: `resource "google_data_loss_prevention_discovery_config" "warehouse" {
  parent   = "projects/orders-prd/locations/asia-northeast1"
  location = "asia-northeast1"
  status   = "RUNNING"
  targets {
    big_query_target {
      filter {
        other_tables {}
      }
    }
  }
}`,
  },
  references: ['https://cloud.google.com/sensitive-data-protection/docs/data-profiles'],
  equivalents: [],
  evaluate(discovery) {
    if (
      allOf(
        () => discovery.status === 'RUNNING',
        () => any(discovery.targets, (kind) => kind === 'big_query_target'),
      )
    )
      return pass();
    return fail({
      en: `Discovery ${discovery.name} does not look at BigQuery`,
      ja: `検出設定 ${discovery.name} は BigQuery を対象に稼働していません`,
    });
  },
  examples: [
    fails(
      'paused',
      `resource "google_data_loss_prevention_discovery_config" "warehouse" {
  parent   = "projects/orders-prd/locations/asia-northeast1"
  location = "asia-northeast1"
  status   = "PAUSED"
  targets {
    big_query_target {
      filter {
        other_tables {}
      }
    }
  }
}`,
    ),
    fails(
      'buckets only',
      `resource "google_data_loss_prevention_discovery_config" "warehouse" {
  parent   = "projects/orders-prd/locations/asia-northeast1"
  location = "asia-northeast1"
  status   = "RUNNING"
  targets {
    cloud_storage_target {
      filter {
        others {}
      }
    }
  }
}`,
    ),
    passes(
      'BigQuery',
      `resource "google_data_loss_prevention_discovery_config" "warehouse" {
  parent   = "projects/orders-prd/locations/asia-northeast1"
  location = "asia-northeast1"
  status   = "RUNNING"
  targets {
    big_query_target {
      filter {
        other_tables {}
      }
    }
  }
}`,
    ),
  ],
});
