/** What a chat bot told whom is asked for when it told too much. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Dialogflow agents and webhooks log', ja: 'Dialogflow のエージェントと Webhook のログが有効である' },
  severity: 'low',
  priority: 'P2',
  controlType: 'detective',
  on: 'gcp.dialogflow.agent',
  why: {
    en: 'Without logs nobody can say what an agent gave away.',
    ja: 'ログがないと、エージェントが何を答えたか分かりません。',
  },
  fix: {
    edits: {
      terraform: [
        { of: ['google_dialogflow_agent'], set: 'enable_logging', value: true },
        { of: ['google_dialogflow_cx_agent'], set: 'advanced_settings.logging_settings.enable_stackdriver_logging', value: true },
      ],
    },
    summary: { en: 'Switch logging on.', ja: 'ログを有効にしてください。' },
    terraform: `resource "google_dialogflow_agent" "shop" {
  display_name          = "shop"
  default_language_code = "ja"
  time_zone             = "Asia/Tokyo"
  enable_logging        = true
}`,
  },
  references: ['https://cloud.google.com/dialogflow/docs/history'],
  equivalents: ['CKV2_GCP_29', 'CKV2_GCP_30', 'CKV2_GCP_31'],
  noFramework: 'no control mapping yet',
  evaluate(agent) {
    if (agent.isLogged) return pass();
    return fail({ en: `Dialogflow ${agent.name} does not log`, ja: `Dialogflow ${agent.name} のログが無効です` });
  },
  examples: [
    fails(
      'enable_logging is false',
      `resource "google_dialogflow_agent" "shop" {
  display_name          = "shop"
  default_language_code = "ja"
  time_zone             = "Asia/Tokyo"
  enable_logging        = false
}`,
    ),
    fails(
      'not written',
      `resource "google_dialogflow_agent" "shop" {
  display_name          = "shop"
  default_language_code = "ja"
  time_zone             = "Asia/Tokyo"
}`,
    ),
    passes(
      'enable_logging is true',
      `resource "google_dialogflow_agent" "shop" {
  display_name          = "shop"
  default_language_code = "ja"
  time_zone             = "Asia/Tokyo"
  enable_logging        = true
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_logging" {}
resource "google_dialogflow_agent" "shop" {
  display_name          = "shop"
  default_language_code = "ja"
  time_zone             = "Asia/Tokyo"
  enable_logging        = var.enable_logging
}`,
    ),
    passes(
      'an agent of CX',
      `resource "google_dialogflow_cx_agent" "shop" {
  display_name               = "shop"
  location                   = "global"
  enable_stackdriver_logging = true
}`,
    ),
    fails(
      'a webhook of CX',
      `resource "google_dialogflow_cx_webhook" "stock" {
  display_name = "stock"
}`,
    ),
  ],
});
