/** A password alone is one phishing mail away from somebody else. */
import { any, defineCheck, fail, fails, find, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'All users have MFA', ja: 'すべてのユーザーに多要素認証が求められる' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.entra.tenant',
  why: {
    en: 'Passwords are phished, guessed and reused; a second factor stops nearly all of it.',
    ja: 'パスワードは詐取・推測・使い回しされます。多要素認証はそのほとんどを防ぎます。',
  },
  fix: {
    summary: { en: 'Demand MFA from all users for all applications.', ja: '全ユーザー・全アプリに多要素認証を求めてください。' },
    terraform: `resource "azuread_conditional_access_policy" "mfa" {
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
  },
  references: ['https://learn.microsoft.com/entra/identity/conditional-access/overview'],
  equivalents: ['prowler:entra_non_privileged_user_has_mfa'],
  evaluate(tenant) {
    if (tenant.policies.length === 0)
      return notApplicable({
        en: `The directory of ${tenant.name} has no conditional access`,
        ja: `${tenant.name} のディレクトリに条件付きアクセスがありません`,
      });
    const policy = find(
      tenant.policies,
      (each) =>
        any(each.users, (user) => user === 'All') &&
        any(each.applications, (application) => application === 'All') &&
        each.state === 'enabled' &&
        each.demandsMfa,
    );
    if (policy) return pass();
    return fail({
      en: `No conditional access policy beside ${tenant.name} demands a second factor from all users for all applications`,
      ja: `${tenant.name} のディレクトリに全ユーザーの全アプリに多要素認証を求める条件付きアクセスがありません`,
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
