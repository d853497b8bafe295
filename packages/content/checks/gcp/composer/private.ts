/** The scheduler of everything should not be on the internet. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Composer environments are private', ja: 'Composer の環境がプライベートである' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.composer.environment',
  why: {
    en: 'Workers with external addresses and connections to everything are a way in to everything.',
    ja: 'あらゆる接続先を持つワーカーが外部アドレスを持つと、全体への侵入口になります。',
  },
  fix: {
    summary: { en: 'Set enable_private_environment to true.', ja: 'enable_private_environment を true にしてください。' },
    terraform: `resource "google_composer_environment" "etl" {
  name   = "etl"
  region = "asia-northeast1"
  config {
    enable_private_environment = true
  }
}`,
  },
  references: ['https://cloud.google.com/composer/docs/composer-3/change-networking-type'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(environment) {
    if (environment.isPrivate) return pass();
    return fail({
      en: `Composer environment ${environment.name} is not private`,
      ja: `Composer の環境 ${environment.name} はプライベートではありません`,
    });
  },
  examples: [
    fails(
      'enable_private_environment is false',
      `resource "google_composer_environment" "etl" {
  name   = "etl"
  region = "asia-northeast1"
  config {
    enable_private_environment = false
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_composer_environment" "etl" {
  name   = "etl"
  region = "asia-northeast1"
}`,
    ),
    passes(
      'enable_private_environment is true',
      `resource "google_composer_environment" "etl" {
  name   = "etl"
  region = "asia-northeast1"
  config {
    enable_private_environment = true
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_private_environment" {}
resource "google_composer_environment" "etl" {
  name   = "etl"
  region = "asia-northeast1"
  config {
    enable_private_environment = var.enable_private_environment
  }
}`,
    ),
  ],
});
