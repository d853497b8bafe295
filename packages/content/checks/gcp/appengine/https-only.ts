/** Sessions over plain HTTP can be read and taken over on the way. */
import { all, defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'App Engine handlers demand HTTPS', ja: 'App Engine のハンドラで HTTPS が必須である' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.appengine.version',
  why: {
    en: 'A handler that also answers plain HTTP lets sessions and forms be read on the way.',
    ja: '平文の HTTP にも応答すると、セッションや入力内容が経路上で読まれ得ます。',
  },
  fix: {
    edits: { terraform: [{ set: 'handlers[*].security_level', value: 'SECURE_ALWAYS' }] },
    cautions: ['refuses-clients'],
    summary: {
      en: 'Set security_level of every handler to SECURE_ALWAYS.',
      ja: 'すべてのハンドラの security_level を SECURE_ALWAYS にしてください。',
    },
    terraform: `resource "google_app_engine_standard_app_version" "shop" {
  service    = "shop"
  version_id = "v1"
  runtime    = "nodejs22"
  handlers {
    url_regex      = "/.*"
    security_level = "SECURE_ALWAYS"
    script {
      script_path = "auto"
    }
  }
}`,
  },
  references: ['https://cloud.google.com/appengine/docs/standard/reference/app-yaml'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(version) {
    if (all(version.securityLevels, (level) => level === 'SECURE_ALWAYS')) return pass();
    return fail({
      en: `App Engine version ${version.name} answers plain HTTP`,
      ja: `App Engine のバージョン ${version.name} は平文の HTTP に応答します`,
    });
  },
  examples: [
    fails(
      'not written',
      `resource "google_app_engine_standard_app_version" "shop" {
  service    = "shop"
  version_id = "v1"
  runtime    = "nodejs22"
  handlers {
    url_regex = "/.*"
    script {
      script_path = "auto"
    }
  }
}`,
    ),
    fails(
      'optional',
      `resource "google_app_engine_standard_app_version" "shop" {
  service    = "shop"
  version_id = "v1"
  runtime    = "nodejs22"
  handlers {
    url_regex      = "/.*"
    security_level = "SECURE_OPTIONAL"
    script {
      script_path = "auto"
    }
  }
}`,
    ),
    passes(
      'always',
      `resource "google_app_engine_standard_app_version" "shop" {
  service    = "shop"
  version_id = "v1"
  runtime    = "nodejs22"
  handlers {
    url_regex      = "/.*"
    security_level = "SECURE_ALWAYS"
    script {
      script_path = "auto"
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "level" {}
resource "google_app_engine_standard_app_version" "shop" {
  service    = "shop"
  version_id = "v1"
  runtime    = "nodejs22"
  handlers {
    url_regex      = "/.*"
    security_level = var.level
    script {
      script_path = "auto"
    }
  }
}`,
    ),
  ],
});
