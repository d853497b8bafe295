/** A perimeter keeps stolen credentials from copying data out. */
import { any, defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Service perimeters protect Cloud Storage', ja: 'サービス境界で Cloud Storage が保護されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.vpcsc.perimeter',
  why: {
    en: 'Inside a perimeter valid but stolen credentials cannot copy objects to a project outside.',
    ja: 'サービス境界の内側なら、盗まれた正規の認証情報でも外部プロジェクトへデータを持ち出せません。',
  },
  fix: {
    summary: {
      en: 'Add storage.googleapis.com to the restricted services of the perimeter.',
      ja: '境界の restricted_services に storage.googleapis.com を追加してください。',
    },
    terraform: `resource "google_access_context_manager_service_perimeter" "data" {
  parent = "accessPolicies/123456789012"
  name   = "accessPolicies/123456789012/servicePerimeters/data"
  title  = "data"
  status {
    restricted_services = ["bigquery.googleapis.com", "storage.googleapis.com"]
  }
}`,
  },
  references: ['https://cloud.google.com/vpc-service-controls/docs/overview'],
  equivalents: ['prowler:cloudstorage_uses_vpc_service_controls'],
  evaluate(perimeter) {
    if (any(perimeter.restrictedServices, (service) => service === 'storage.googleapis.com')) return pass();
    return fail({
      en: `Perimeter ${perimeter.name} does not restrict Cloud Storage`,
      ja: `境界 ${perimeter.name} は Cloud Storage を制限していません`,
    });
  },
  examples: [
    fails(
      'BigQuery only',
      `resource "google_access_context_manager_service_perimeter" "data" {
  parent = "accessPolicies/123456789012"
  name   = "accessPolicies/123456789012/servicePerimeters/data"
  title  = "data"
  status {
    restricted_services = ["bigquery.googleapis.com"]
  }
}`,
    ),
    fails(
      'only as a dry run',
      `resource "google_access_context_manager_service_perimeter" "data" {
  parent = "accessPolicies/123456789012"
  name   = "accessPolicies/123456789012/servicePerimeters/data"
  title  = "data"
  spec {
    restricted_services = ["storage.googleapis.com"]
  }
}`,
    ),
    passes(
      'Storage too',
      `resource "google_access_context_manager_service_perimeter" "data" {
  parent = "accessPolicies/123456789012"
  name   = "accessPolicies/123456789012/servicePerimeters/data"
  title  = "data"
  status {
    restricted_services = ["bigquery.googleapis.com", "storage.googleapis.com"]
  }
}`,
    ),
  ],
});
