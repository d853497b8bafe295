/** An organization policy that is switched off for one project is where the next incident happens. */
import { aside, defineCheck, fail, fails, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Security constraints are not switched off', ja: 'セキュリティ上の組織ポリシー制約が無効化されていない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.resourcemanager.org-policy',
  why: {
    en: 'Constraints keep every project from the usual mistakes; one that is switched off opens them again below it.',
    ja: '制約はよくある誤りを全プロジェクトで防ぎます。無効化すると、その配下で再び起こり得ます。',
  },
  fix: {
    summary: {
      en: 'Enforce the constraint, or narrow the exception to the one resource that needs it.',
      ja: '制約を適用するか、例外を必要なリソースに絞ってください。',
    },
    terraform: `resource "google_org_policy_policy" "rule" {
  name   = "organizations/123456789012/policies/iam.disableServiceAccountKeyCreation"
  parent = "organizations/123456789012"
  spec {
    rules {
      enforce = "TRUE"
    }
  }
}`,
  },
  references: ['https://cloud.google.com/resource-manager/docs/organization-policy/org-policy-constraints'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  params: {
    constraints: {
      type: 'strings',
      default: [
        'iam.disableServiceAccountKeyCreation',
        'iam.disableServiceAccountKeyUpload',
        'iam.allowedPolicyMemberDomains',
        'iam.automaticIamGrantsForDefaultServiceAccounts',
        'storage.publicAccessPrevention',
        'storage.uniformBucketLevelAccess',
        'compute.requireOsLogin',
        'compute.vmExternalIpAccess',
        'compute.skipDefaultNetworkCreation',
        'compute.disableSerialPortAccess',
        'compute.requireShieldedVm',
        'sql.restrictPublicIp',
        'sql.restrictAuthorizedNetworks',
      ],
      description: { en: 'Constraints that must not be switched off', ja: '無効化してはならない制約' },
    },
  },
  evaluate(policy, { constraints }) {
    if (!aside(() => constraints.includes(policy.constraint)))
      return notApplicable({ en: `${policy.name} is no constraint that must be kept`, ja: `${policy.name} は対象の制約ではありません` });
    if (policy.isEnforced !== false && !policy.allowsAll) return pass();
    return fail({
      en: `Constraint ${policy.constraint} is switched off (${policy.name})`,
      ja: `制約 ${policy.constraint} が無効化されています (${policy.name})`,
    });
  },
  examples: [
    fails(
      'keys of service accounts are allowed again',
      `resource "google_org_policy_policy" "rule" {
  name   = "organizations/123456789012/policies/iam.disableServiceAccountKeyCreation"
  parent = "organizations/123456789012"
  spec {
    rules {
      enforce = "FALSE"
    }
  }
}`,
    ),
    fails(
      'the older resource',
      `resource "google_project_organization_policy" "pap" {
  project    = "orders-prd"
  constraint = "constraints/storage.publicAccessPrevention"
  boolean_policy {
    enforced = false
  }
}`,
    ),
    fails(
      'every domain',
      `resource "google_organization_policy" "domains" {
  org_id     = "123456789012"
  constraint = "iam.allowedPolicyMemberDomains"
  list_policy {
    allow {
      all = true
    }
  }
}`,
    ),
    passes(
      'enforced',
      `resource "google_org_policy_policy" "rule" {
  name   = "organizations/123456789012/policies/iam.disableServiceAccountKeyCreation"
  parent = "organizations/123456789012"
  spec {
    rules {
      enforce = "TRUE"
    }
  }
}`,
    ),
    isNotApplicable(
      'another constraint',
      `resource "google_org_policy_policy" "rule" {
  name   = "organizations/123456789012/policies/compute.disableSerialPortLogging"
  parent = "organizations/123456789012"
  spec {
    rules {
      enforce = "FALSE"
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enforce" {}
resource "google_org_policy_policy" "rule" {
  name   = "organizations/123456789012/policies/compute.requireOsLogin"
  parent = "organizations/123456789012"
  spec {
    rules {
      enforce = var.enforce
    }
  }
}`,
    ),
  ],
});
