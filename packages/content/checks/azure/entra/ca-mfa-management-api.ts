/** A password alone is one phishing mail away from somebody else. */
import { any, defineCheck, fail, fails, find, isNotApplicable, isUnknown, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Conditional access demands MFA for the management API', ja: '管理 API に多要素認証が求められる' },
  severity: 'medium',
  priority: 'P0',
  controlType: 'preventive',
  on: 'azure.entra.tenant',
  why: {
    en: 'The management API builds and deletes everything; a stolen password must not be enough for it.',
    ja: '管理 API は何でも作成・削除できます。盗まれたパスワードだけで使えてはいけません。',
  },
  fix: {
    summary: {
      en: 'Demand MFA for Windows Azure Service Management API.',
      ja: 'Windows Azure Service Management API に多要素認証を求めてください。',
    },
    terraform: `resource "azuread_conditional_access_policy" "mfa" {
  display_name = "mfa"
  state        = "enabled"

  conditions {
    client_app_types = ["all"]

    applications {
      included_applications = ["797f4846-ba00-4fd7-ba43-dac1f8f63013"]
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
  equivalents: ['prowler:entra_conditional_access_policy_require_mfa_for_management_api'],
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
        any(each.applications, (application) => ['All', '797f4846-ba00-4fd7-ba43-dac1f8f63013'].includes(application)) &&
        each.state === 'enabled' &&
        each.demandsMfa,
    );
    if (policy) return pass();
    return fail({
      en: `No conditional access policy beside ${tenant.name} demands a second factor for the management API`,
      ja: `${tenant.name} のディレクトリに管理 APIに多要素認証を求める条件付きアクセスがありません`,
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
      included_applications = ["MicrosoftAdminPortals"]
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
      included_applications = ["797f4846-ba00-4fd7-ba43-dac1f8f63013"]
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
