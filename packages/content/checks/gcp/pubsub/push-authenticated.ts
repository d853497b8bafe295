/** An endpoint that cannot tell Google from others believes anybody. */
import { defineCheck, fail, fails, isNotApplicable, notApplicable, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Pushed messages carry a token', ja: 'プッシュされるメッセージにトークンが付く' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.pubsub.subscription',
  why: {
    en: 'Without an OIDC token the receiver cannot tell a message of Pub/Sub from a forged request.',
    ja: 'OIDC トークンがないと、受信側は Pub/Sub のメッセージと偽のリクエストを区別できません。',
  },
  fix: {
    summary: {
      en: 'Write oidc_token in push_config and check it in the receiver.',
      ja: 'push_config に oidc_token を書き、受信側で検証してください。',
    },
    terraform: `resource "google_pubsub_subscription" "orders" {
  name  = "orders"
  topic = "orders"
  push_config {
    push_endpoint = "https://orders.example.com/push"
    oidc_token {
      service_account_email = "push@orders-prd.iam.gserviceaccount.com"
    }
  }
}`,
  },
  references: ['https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(subscription) {
    if (subscription.pushEndpoint === undefined)
      return notApplicable({ en: `Messages of ${subscription.name} are pulled`, ja: `${subscription.name} のメッセージはプル型です` });
    if (subscription.hasPushToken) return pass();
    return fail({
      en: `Messages of ${subscription.name} are pushed without a token`,
      ja: `${subscription.name} のメッセージはトークンなしでプッシュされます`,
    });
  },
  examples: [
    fails(
      'no token',
      `resource "google_pubsub_subscription" "orders" {
  name  = "orders"
  topic = "orders"
  push_config {
    push_endpoint = "https://orders.example.com/push"
  }
}`,
    ),
    passes(
      'a token',
      `resource "google_pubsub_subscription" "orders" {
  name  = "orders"
  topic = "orders"
  push_config {
    push_endpoint = "https://orders.example.com/push"
    oidc_token {
      service_account_email = "push@orders-prd.iam.gserviceaccount.com"
    }
  }
}`,
    ),
    isNotApplicable(
      'pulled',
      `resource "google_pubsub_subscription" "orders" {
  name  = "orders"
  topic = "orders"
}`,
    ),
  ],
});
