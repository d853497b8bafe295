/** Attacks on Log4j never stopped. */
import { any, defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Cloud Armor policies stop attacks on Log4j', ja: 'Cloud Armor ポリシーが Log4j への攻撃を遮断する' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.security-policy',
  why: {
    en: 'The rule set cve-canary knows CVE-2021-44228 and similar; forgotten Java services are still taken over with it.',
    ja: 'ルールセット cve-canary は CVE-2021-44228 などに対応します。古い Java サービスへの攻撃は今も続いています。',
  },
  fix: {
    summary: {
      en: 'Add a rule that denies on cve-canary, not as a preview.',
      ja: 'cve-canary を拒否するルールをプレビューではなく追加してください。',
    },
    terraform: `resource "google_compute_security_policy" "web" {
  name = "web"
  rule {
    action   = "deny(403)"
    priority = 1
    match {
      expr {
        expression = "evaluatePreconfiguredExpr('cve-canary')"
      }
    }
  }
}`,
  },
  references: ['https://cloud.google.com/armor/docs/waf-rules'],
  equivalents: ['CKV_GCP_73'],
  noFramework: 'no control mapping yet',
  evaluate(policy) {
    if (!policy.isForBackends)
      return notApplicable({
        en: `Policy ${policy.name} is not for backends`,
        ja: `ポリシー ${policy.name} はバックエンド用ではありません`,
      });
    const stops = any(
      policy.rules,
      (rule) => /cve-canary/.test(rule.expression ?? '') && rule.action.startsWith('deny') && !rule.isPreview,
    );
    if (stops) return pass();
    return fail({
      en: `Policy ${policy.name} does not stop attacks on Log4j`,
      ja: `ポリシー ${policy.name} は Log4j への攻撃を遮断しません`,
    });
  },
  examples: [
    fails(
      'another rule',
      `resource "google_compute_security_policy" "web" {
  name = "web"
  rule {
    action   = "allow"
    priority = 2147483647
    match {
      versioned_expr = "SRC_IPS_V1"
      config {
        src_ip_ranges = ["*"]
      }
    }
  }
}`,
    ),
    fails(
      'preview only',
      `resource "google_compute_security_policy" "web" {
  name = "web"
  rule {
    action   = "deny(403)"
    priority = 1
    preview  = true
    match {
      expr {
        expression = "evaluatePreconfiguredExpr('cve-canary')"
      }
    }
  }
}`,
    ),
    fails(
      'allowed',
      `resource "google_compute_security_policy" "web" {
  name = "web"
  rule {
    action   = "allow"
    priority = 1
    match {
      expr {
        expression = "evaluatePreconfiguredExpr('cve-canary')"
      }
    }
  }
}`,
    ),
    passes(
      'denied',
      `resource "google_compute_security_policy" "web" {
  name = "web"
  rule {
    action   = "deny(403)"
    priority = 1
    match {
      expr {
        expression = "evaluatePreconfiguredExpr('cve-canary')"
      }
    }
  }
}`,
    ),
    isNotApplicable(
      'an edge policy',
      `resource "google_compute_security_policy" "web" {
  name = "web"
  type = "CLOUD_ARMOR_EDGE"
}`,
    ),
  ],
});
