/** A password alone is one phishing mail away from somebody else. */
import { any, anyOf, defineCheck, fail, fails, find, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Privileged users have MFA', ja: '特権ユーザーに多要素認証が求められる' },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.entra.tenant',
  why: {
    en: 'An administrator without a second factor is one password away from losing the directory.',
    ja: '多要素認証のない管理者は、パスワード 1 つでディレクトリ全体を失います。',
  },
  fix: {
    summary: {
      en: 'Demand MFA from administrator roles for all applications.',
      ja: '管理者ロールの全アプリに多要素認証を求めてください。',
    },
    terraform: `resource "azuread_conditional_access_policy" "mfa" {
  display_name = "mfa"
  state        = "enabled"

  conditions {
    client_app_types = ["all"]

    applications {
      included_applications = ["All"]
    }

    users {
      included_roles = ["62e90394-69f5-4237-9190-012177145e10"]
    }
  }

  grant_controls {
    operator          = "OR"
    built_in_controls = ["mfa"]
  }
}`,
  },
  references: ['https://learn.microsoft.com/entra/identity/conditional-access/overview'],
  equivalents: ['prowler:entra_privileged_user_has_mfa'],
  evaluate(tenant) {
    if (tenant.policies.length === 0)
      return notApplicable({
        en: `The directory of ${tenant.name} has no conditional access`,
        ja: `${tenant.name} のディレクトリに条件付きアクセスがありません`,
      });
    const policy = find(
      tenant.policies,
      (each) =>
        anyOf(
          () => any(each.users, (user) => user === 'All'),
          () => each.roles.length > 0,
        ) &&
        any(each.applications, (application) => application === 'All') &&
        each.state === 'enabled' &&
        each.demandsMfa,
    );
    if (policy) return pass();
    return fail({
      en: `No conditional access policy beside ${tenant.name} demands a second factor from administrators`,
      ja: `${tenant.name} のディレクトリに管理者に多要素認証を求める条件付きアクセスがありません`,
    });
  },
  examples: [
    fails(
      'only for others',
      `resource "azuread_conditional_access_policy" "mfa" {
  display_name = "mfa"
  state        = "enabled"

  conditions {
    client_app_types = ["all"]

    applications {
      included_applications = ["All"]
    }

    users {
      included_users = ["11111111-1111-1111-1111-111111111111"]
    }
  }

  grant_controls {
    operator          = "OR"
    built_in_controls = ["mfa"]
  }
}`,
    ),
    fails(
      'no second factor',
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
    built_in_controls = ["compliantDevice"]
  }
}`,
    ),
    fails(
      'only reported',
      `resource "azuread_conditional_access_policy" "mfa" {
  display_name = "mfa"
  state        = "enabledForReportingButNotEnforced"

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
    passes(
      'demanded',
      `resource "azuread_conditional_access_policy" "mfa" {
  display_name = "mfa"
  state        = "enabled"

  conditions {
    client_app_types = ["all"]

    applications {
      included_applications = ["All"]
    }

    users {
      included_roles = ["62e90394-69f5-4237-9190-012177145e10"]
    }
  }

  grant_controls {
    operator          = "OR"
    built_in_controls = ["mfa"]
  }
}`,
    ),
    passes(
      'through an authentication strength',
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
    authentication_strength_policy_id = "/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000002"
  }
}`,
    ),
    isUnknown(
      'whether it is enabled is handed in',
      `variable "state" {}
resource "azuread_conditional_access_policy" "mfa" {
  display_name = "mfa"
  state        = var.state

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
    isNotApplicable(
      'no policies in the code',
      `resource "azuread_named_location" "orders" {
  display_name = "office"

  ip {
    ip_ranges = ["198.51.100.0/24"]
    trusted   = true
  }
}`,
    ),
  ],
});
