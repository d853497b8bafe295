/** A basic instance loses everything when its node fails. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Memorystore instances have a replica', ja: 'Memorystore のインスタンスにレプリカがある' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.redis.instance',
  why: {
    en: 'When the one node fails the sessions are gone and the application with them.',
    ja: 'ノードが 1 つ故障するとセッションが失われ、アプリケーションも止まります。',
  },
  fix: {
    summary: { en: 'Set the tier to STANDARD_HA.', ja: 'tier を STANDARD_HA にしてください。' },
    terraform: `resource "google_redis_instance" "sessions" {
  name           = "sessions"
  memory_size_gb = 4
  tier           = "STANDARD_HA"
}`,
  },
  references: ['https://cloud.google.com/memorystore/docs/redis/high-availability'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (aside(() => instance.tier === undefined))
      return notApplicable({ en: `${instance.name} has no tier`, ja: `${instance.name} に tier はありません` });
    if (instance.tier === 'STANDARD_HA') return pass();
    return fail({ en: `Memorystore ${instance.name} has one node`, ja: `Memorystore ${instance.name} は単一ノードです` });
  },
  examples: [
    fails(
      'tier is BASIC',
      `resource "google_redis_instance" "sessions" {
  name           = "sessions"
  memory_size_gb = 4
  tier           = "BASIC"
}`,
    ),
    fails(
      'not written',
      `resource "google_redis_instance" "sessions" {
  name           = "sessions"
  memory_size_gb = 4
}`,
    ),
    passes(
      'tier is STANDARD_HA',
      `resource "google_redis_instance" "sessions" {
  name           = "sessions"
  memory_size_gb = 4
  tier           = "STANDARD_HA"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "tier" {}
resource "google_redis_instance" "sessions" {
  name           = "sessions"
  memory_size_gb = 4
  tier           = var.tier
}`,
    ),
    isNotApplicable(
      'a cluster has replicas of its own',
      `resource "google_redis_cluster" "sessions" {
  name = "sessions"
}`,
    ),
  ],
});
