/** Cloud NAT hides who sent what; its log tells. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud NAT logs', ja: 'Cloud NAT のログが有効である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.compute.router-nat',
  why: {
    en: 'Behind NAT only its log says which machine made a connection that somebody complains about.',
    ja: 'NAT の内側では、苦情のあった通信をどの VM が行ったかは NAT のログでしか分かりません。',
  },
  fix: {
    edits: {
      terraform: [
        { set: 'log_config.enable', value: true },
        { set: 'log_config.filter', value: 'ALL', unlessThere: true },
      ],
    },
    summary: { en: 'Set enable to true in log_config.', ja: 'log_config の enable を true にしてください。' },
    terraform: `resource "google_compute_router_nat" "out" {
  name   = "out"
  router = "orders"
  log_config {
    enable = true
    filter = "ALL"
  }
}`,
  },
  references: ['https://cloud.google.com/nat/docs/monitoring'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(nat) {
    if (nat.isLogged) return pass();
    return fail({ en: `Cloud NAT ${nat.name} does not log`, ja: `Cloud NAT ${nat.name} のログが無効です` });
  },
  examples: [
    fails(
      'no logs',
      `resource "google_compute_router_nat" "out" {
  name   = "out"
  router = "orders"
}`,
    ),
    passes(
      'errors and translations',
      `resource "google_compute_router_nat" "out" {
  name   = "out"
  router = "orders"
  log_config {
    enable = true
    filter = "ALL"
  }
}`,
    ),
  ],
});
