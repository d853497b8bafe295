/** Request smuggling lives from two parsers that disagree about where a request ends. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Classic load balancers block request smuggling', ja: 'Classic Load Balancer がリクエストスマグリングを防いでいる' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'aws.elb.load-balancer',
  why: {
    en: 'In monitor mode ambiguous requests reach the application, which may see a second, smuggled request in them.',
    ja: 'monitor モードでは曖昧なリクエストがそのまま届き、アプリケーションが別のリクエストとして解釈するおそれがあります。',
  },
  fix: {
    edits: { terraform: [{ set: 'desync_mitigation_mode', value: 'defensive' }] },
    cautions: ['blocks-traffic'],
    summary: {
      en: 'Set desync_mitigation_mode to defensive or strictest.',
      ja: 'desync_mitigation_mode を defensive か strictest にしてください。',
    },
    terraform: `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true
  desync_mitigation_mode    = "defensive"
}`,
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-desync-mitigation-mode.html'],
  equivalents: ['CKV_AWS_328', 'ELB.14', 'prowler:elb_desync_mitigation_mode'],
  without: { cloudformation: 'CloudFormation has no such property' },
  noFramework: 'no control mapping yet',
  evaluate(balancer) {
    if (balancer.desyncMode !== 'monitor') return pass();
    return fail({
      en: `Load balancer ${balancer.name} only watches ambiguous requests (monitor)`,
      ja: `ロードバランサー ${balancer.name} は曖昧なリクエストを監視するだけです (monitor)`,
    });
  },
  examples: [
    fails(
      'monitor',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true
  desync_mitigation_mode    = "monitor"
}`,
    ),
    passes(
      'the default is defensive',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true
}`,
    ),
    passes(
      'strictest',
      `resource "aws_elb" "orders" {
  name                      = "orders"
  subnets                   = ["subnet-0a", "subnet-0b"]
  cross_zone_load_balancing = true
  desync_mitigation_mode    = "strictest"
}`,
    ),
  ],
});
