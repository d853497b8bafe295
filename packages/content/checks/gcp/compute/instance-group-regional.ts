/** One zone fails as a whole now and then. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instance groups are spread over zones', ja: 'インスタンスグループが複数のゾーンに分散している' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.instance-group',
  why: {
    en: 'A zonal group is gone as long as its zone is.',
    ja: 'ゾーン単位のグループは、そのゾーンの障害中は使えません。',
  },
  fix: {
    summary: {
      en: 'Use google_compute_region_instance_group_manager.',
      ja: 'google_compute_region_instance_group_manager を使ってください。',
    },
    terraform: `resource "google_compute_region_instance_group_manager" "web" {
  name               = "web"
  base_instance_name = "web"
  target_size        = 3
  version {
    instance_template = "projects/orders-prd/global/instanceTemplates/web"
  }
  region = "asia-northeast1"
}`,
  },
  references: ['https://cloud.google.com/compute/docs/instance-groups/regional-migs'],
  equivalents: ['prowler:compute_instance_group_multiple_zones'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.isRegional) return pass();
    return fail({
      en: `Instance group ${group.name} runs in one zone`,
      ja: `インスタンスグループ ${group.name} は単一ゾーンで動作しています`,
    });
  },
  examples: [
    fails(
      'one zone',
      `resource "google_compute_instance_group_manager" "web" {
  name               = "web"
  base_instance_name = "web"
  target_size        = 3
  version {
    instance_template = "projects/orders-prd/global/instanceTemplates/web"
  }
  zone = "asia-northeast1-a"
}`,
    ),
    passes(
      'a region',
      `resource "google_compute_region_instance_group_manager" "web" {
  name               = "web"
  base_instance_name = "web"
  target_size        = 3
  version {
    instance_template = "projects/orders-prd/global/instanceTemplates/web"
  }
  region = "asia-northeast1"
}`,
    ),
  ],
});
