/** A custom role with one permission too many is an owner by another name. */
import { defineCheck, fail, fails, find, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Custom roles hold no permission that leads to more', ja: 'カスタムロールに権限昇格につながる権限がない' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.iam.custom-role',
  why: {
    en: 'Whoever may change policies, act as accounts or make their keys can give themselves everything else.',
    ja: 'ポリシーの変更、アカウントの借用、鍵の作成ができる人は、残りの権限も自分に与えられます。',
  },
  fix: {
    summary: {
      en: 'Leave these permissions out, or grant a predefined role on one resource.',
      ja: 'これらの権限を外すか、特定のリソースに事前定義ロールを付与してください。',
    },
    terraform: `resource "google_project_iam_custom_role" "deploy" {
  role_id     = "deploy"
  title       = "Deploy"
  permissions = ["run.services.get", "run.services.update"]
}`,
  },
  references: ['https://cloud.google.com/iam/docs/understanding-custom-roles'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  params: {
    permissions: {
      type: 'strings',
      default: [
        'resourcemanager.projects.setIamPolicy',
        'resourcemanager.folders.setIamPolicy',
        'resourcemanager.organizations.setIamPolicy',
        'iam.serviceAccounts.setIamPolicy',
        'iam.serviceAccounts.getAccessToken',
        'iam.serviceAccounts.signBlob',
        'iam.serviceAccounts.signJwt',
        'iam.serviceAccounts.implicitDelegation',
        'iam.serviceAccountKeys.create',
        'iam.roles.update',
        'deploymentmanager.deployments.create',
        'orgpolicy.policy.set',
      ],
      description: { en: 'Permissions that lead to more', ja: '権限昇格につながる権限' },
    },
  },
  evaluate(role, { permissions }) {
    const permission = find(role.permissions, (each) => permissions.includes(each));
    if (permission === undefined) return pass();
    return fail({
      en: `Custom role ${role.name} holds ${permission}`,
      ja: `カスタムロール ${role.name} に ${permission} が含まれています`,
    });
  },
  examples: [
    fails(
      'may change the policy of the project',
      `resource "google_project_iam_custom_role" "deploy" {
  role_id     = "deploy"
  title       = "Deploy"
  permissions = ["compute.instances.get", "resourcemanager.projects.setIamPolicy"]
}`,
    ),
    fails(
      'may make keys',
      `resource "google_project_iam_custom_role" "deploy" {
  role_id     = "deploy"
  title       = "Deploy"
  permissions = ["iam.serviceAccountKeys.create"]
}`,
    ),
    passes(
      'what it needs',
      `resource "google_project_iam_custom_role" "deploy" {
  role_id     = "deploy"
  title       = "Deploy"
  permissions = ["run.services.get", "run.services.update"]
}`,
    ),
    isUnknown(
      'handed in',
      `variable "permissions" {}
resource "google_project_iam_custom_role" "deploy" {
  role_id     = "deploy"
  title       = "Deploy"
  permissions = var.permissions
}`,
    ),
  ],
});
