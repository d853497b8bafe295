/** The web server of Airflow shows connections and runs code. */
import { defineCheck, fail, fails, isInternet, isUnknown, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'The Composer web server does not admit everybody', ja: 'Composer のウェブサーバーが全体に開いていない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.composer.environment',
  why: {
    en: 'Behind one login the web server starts any pipeline with its rights.',
    ja: 'ログイン 1 つの先で、環境の権限で任意のパイプラインを実行できます。',
  },
  fix: {
    summary: { en: 'Name the networks of the people who need it.', ja: '利用者のネットワークだけを許可してください。' },
    terraform: `resource "google_composer_environment" "etl" {
  name   = "etl"
  region = "asia-northeast1"
  config {
    web_server_network_access_control {
      allowed_ip_range {
        value = "198.51.100.0/24"
      }
    }
  }
}`,
  },
  references: ['https://cloud.google.com/composer/docs/how-to/managing/creating'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(environment) {
    if (none(environment.webServerRanges, (cidr) => isInternet([cidr]))) return pass();
    return fail({
      en: `The web server of Composer environment ${environment.name} admits everybody`,
      ja: `Composer の環境 ${environment.name} のウェブサーバーは全体に開いています`,
    });
  },
  examples: [
    fails(
      'everybody',
      `resource "google_composer_environment" "etl" {
  name   = "etl"
  region = "asia-northeast1"
  config {
    web_server_network_access_control {
      allowed_ip_range {
        value = "0.0.0.0/0"
      }
    }
  }
}`,
    ),
    passes(
      'the office',
      `resource "google_composer_environment" "etl" {
  name   = "etl"
  region = "asia-northeast1"
  config {
    web_server_network_access_control {
      allowed_ip_range {
        value = "198.51.100.0/24"
      }
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "office" {}
resource "google_composer_environment" "etl" {
  name   = "etl"
  region = "asia-northeast1"
  config {
    web_server_network_access_control {
      allowed_ip_range {
        value = var.office
      }
    }
  }
}`,
    ),
  ],
});
