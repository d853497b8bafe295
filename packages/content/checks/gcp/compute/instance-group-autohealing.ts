/** A machine that hangs still runs, as far as the group can tell. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instance groups heal machines that do not answer', ja: 'インスタンスグループで自動修復が有効である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.instance-group',
  why: {
    en: 'Without a health check hanging machines stay in the group and answer nobody.',
    ja: 'ヘルスチェックがないと、応答しない VM がグループに残り続けます。',
  },
  fix: {
    summary: {
      en: 'Write auto_healing_policies with a health check.',
      ja: 'ヘルスチェック付きの auto_healing_policies を書いてください。',
    },
    terraform: `resource "google_compute_region_instance_group_manager" "web" {
  name               = "web"
  base_instance_name = "web"
  target_size        = 3
  version {
    instance_template = "projects/orders-prd/global/instanceTemplates/web"
  }
  auto_healing_policies {
    health_check      = "projects/orders-prd/global/healthChecks/web"
    initial_delay_sec = 120
  }
}`,
  },
  references: ['https://cloud.google.com/compute/docs/instance-groups/autohealing-instances-in-migs'],
  equivalents: ['prowler:compute_instance_group_autohealing_enabled'],
  noFramework: 'no control mapping yet',
  evaluate(group) {
    if (group.hasAutohealing) return pass();
    return fail({
      en: `Instance group ${group.name} does not heal machines`,
      ja: `インスタンスグループ ${group.name} の自動修復が無効です`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "google_compute_region_instance_group_manager" "web" {
  name               = "web"
  base_instance_name = "web"
  target_size        = 3
  version {
    instance_template = "projects/orders-prd/global/instanceTemplates/web"
  }
}`,
    ),
    passes(
      'a health check',
      `resource "google_compute_region_instance_group_manager" "web" {
  name               = "web"
  base_instance_name = "web"
  target_size        = 3
  version {
    instance_template = "projects/orders-prd/global/instanceTemplates/web"
  }
  auto_healing_policies {
    health_check      = "projects/orders-prd/global/healthChecks/web"
    initial_delay_sec = 120
  }
}`,
    ),
  ],
});
