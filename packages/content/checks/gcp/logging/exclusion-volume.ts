/** An exclusion is a log that nobody will ever read. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Exclusions do not drop audit logs', ja: '除外フィルターが監査ログを捨てていない' },
  severity: 'low',
  priority: 'P1',
  controlType: 'detective',
  on: 'gcp.logging.exclusion',
  why: {
    en: 'Excluded audit entries are gone for good, and with them the traces of an attack.',
    ja: '除外した監査ログは二度と戻らず、攻撃の痕跡も失われます。',
  },
  fix: {
    summary: {
      en: 'Exclude only entries that are certainly noise, never cloudaudit.googleapis.com.',
      ja: '確実に不要なものだけを除外し、cloudaudit.googleapis.com は除外しないでください。',
    },
    terraform: `resource "google_logging_project_exclusion" "noise" {
  name   = "noise"
  filter = "resource.type=http_load_balancer AND httpRequest.requestUrl:\\"/healthz\\""
}`,
  },
  references: ['https://cloud.google.com/logging/docs/routing/overview'],
  equivalents: [],
  evaluate(exclusion) {
    const text = exclusion.filter.toLowerCase().replaceAll(/["'\s]/g, '');
    const keepsAudit = /(?:-|not)\(?logname[:=]~?\S*cloudaudit/.test(text);
    const drops = /cloudaudit/.test(text) || /^(?:severity<=?\w+)?$/.test(text);
    if (!drops || keepsAudit || exclusion.isDisabled) return pass();
    return fail({
      en: `Exclusion ${exclusion.name} drops audit logs`,
      ja: `除外フィルター ${exclusion.name} は監査ログを捨てています`,
    });
  },
  examples: [
    fails(
      'data access',
      `resource "google_logging_project_exclusion" "noise" {
  name   = "noise"
  filter = "logName:\\"cloudaudit.googleapis.com%2Fdata_access\\""
}`,
    ),
    fails(
      'everything below warnings',
      `resource "google_logging_project_exclusion" "noise" {
  name   = "noise"
  filter = "severity<WARNING"
}`,
    ),
    passes(
      'health checks',
      `resource "google_logging_project_exclusion" "noise" {
  name   = "noise"
  filter = "resource.type=http_load_balancer AND httpRequest.requestUrl:\\"/healthz\\""
}`,
    ),
    passes(
      'switched off',
      `resource "google_logging_project_exclusion" "noise" {
  name     = "noise"
  filter   = "severity<WARNING"
  disabled = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "filter" {}
resource "google_logging_project_exclusion" "noise" {
  name   = "noise"
  filter = var.filter
}`,
    ),
  ],
});
