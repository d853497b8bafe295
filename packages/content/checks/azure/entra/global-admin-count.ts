/** Each of them can do everything; each is an account that must not be stolen. */
import { defineCheck, fail, fails, isNotApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Fewer than five global administrators', ja: '全体管理者が 5 人未満である' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.entra.tenant',
  why: {
    en: 'Every further global administrator is another account whose theft means everything.',
    ja: '全体管理者が増えるほど、盗まれればすべてを失うアカウントが増えます。',
  },
  fix: {
    summary: {
      en: 'Give narrower roles, and the widest one just in time.',
      ja: 'より狭いロールを使い、全体管理者は必要時だけ付与してください。',
    },
    terraform: `resource "azuread_directory_role_assignment" "a" {
  role_id             = "62e90394-69f5-4237-9190-012177145e10"
  principal_object_id = "a"
}

resource "azuread_directory_role_assignment" "b" {
  role_id             = "62e90394-69f5-4237-9190-012177145e10"
  principal_object_id = "b"
}`,
  },
  references: ['https://learn.microsoft.com/entra/identity/role-based-access-control/best-practices'],
  equivalents: ['prowler:entra_global_admin_in_less_than_five_users'],
  params: {
    maximum: { type: 'number', default: 4, min: 1, description: { en: 'Most global administrators', ja: '全体管理者の最多人数' } },
  },
  evaluate(tenant, { maximum }) {
    const count = tenant.globalAdministrators;
    if (count <= maximum) return pass();
    return fail({
      en: `The directory of ${tenant.name} has ${count} global administrators, more than ${maximum}`,
      ja: `${tenant.name} のディレクトリの全体管理者は ${count} 人です (上限 ${maximum} 人)`,
    });
  },
  examples: [
    fails(
      'five',
      `resource "azuread_directory_role_assignment" "a" {
  role_id             = "62e90394-69f5-4237-9190-012177145e10"
  principal_object_id = "a"
}
resource "azuread_directory_role_assignment" "b" {
  role_id             = "62e90394-69f5-4237-9190-012177145e10"
  principal_object_id = "b"
}
resource "azuread_directory_role_assignment" "c" {
  role_id             = "62e90394-69f5-4237-9190-012177145e10"
  principal_object_id = "c"
}
resource "azuread_directory_role_assignment" "d" {
  role_id             = "62e90394-69f5-4237-9190-012177145e10"
  principal_object_id = "d"
}
resource "azuread_directory_role_assignment" "e" {
  role_id             = "62e90394-69f5-4237-9190-012177145e10"
  principal_object_id = "e"
}`,
    ),
    passes(
      'two',
      `resource "azuread_directory_role_assignment" "a" {
  role_id             = "62e90394-69f5-4237-9190-012177145e10"
  principal_object_id = "a"
}
resource "azuread_directory_role_assignment" "b" {
  role_id             = "62e90394-69f5-4237-9190-012177145e10"
  principal_object_id = "b"
}`,
    ),
    passes(
      'by the role of the directory',
      `resource "azuread_directory_role" "global" {
  display_name = "Global Administrator"
}
resource "azuread_directory_role_assignment" "a" {
  role_id             = azuread_directory_role.global.template_id
  principal_object_id = "a"
}`,
    ),
    isNotApplicable(
      'given elsewhere',
      `resource "azuread_conditional_access_policy" "mfa" {
  display_name = "mfa"
  state        = "enabled"

  conditions {
    client_app_types = ["all"]

    applications {
      included_applications = ["All"]
    }

    users {
      included_users = ["All"]
    }
  }

  grant_controls {
    operator          = "OR"
    built_in_controls = ["mfa"]
  }
}`,
    ),
  ],
});
