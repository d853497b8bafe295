/** A function that works on private data should reach it inside the network. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Functions use a VPC connector', ja: '関数が VPC コネクタを使っている' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.functions.function',
  why: {
    en: 'Without a connector a function reaches databases over public addresses, which then have to be open.',
    ja: 'コネクタがないと関数はパブリック IP 経由でデータベースに接続し、その公開が必要になります。',
  },
  fix: {
    summary: { en: 'Name a vpc_connector.', ja: 'vpc_connector を指定してください。' },
    terraform: `resource "google_cloudfunctions_function" "orders" {
  name          = "orders"
  runtime       = "nodejs22"
  vpc_connector = "projects/orders-prd/locations/asia-northeast1/connectors/orders"
}`,
  },
  references: ['https://cloud.google.com/vpc/docs/serverless-vpc-access'],
  equivalents: ['prowler:cloudfunction_function_inside_vpc'],
  evaluate(target) {
    if (target.hasVpcConnector) return pass();
    return fail({ en: `Function ${target.name} has no VPC connector`, ja: `関数 ${target.name} は VPC コネクタを使っていません` });
  },
  examples: [
    fails(
      'none',
      `resource "google_cloudfunctions_function" "orders" {
  name    = "orders"
  runtime = "nodejs22"
}`,
    ),
    passes(
      'a connector',
      `resource "google_cloudfunctions_function" "orders" {
  name          = "orders"
  runtime       = "nodejs22"
  vpc_connector = "projects/orders-prd/locations/asia-northeast1/connectors/orders"
}`,
    ),
    passes(
      'second generation',
      `resource "google_cloudfunctions2_function" "orders" {
  name     = "orders"
  location = "asia-northeast1"
  service_config {
    vpc_connector = "projects/orders-prd/locations/asia-northeast1/connectors/orders"
  }
}`,
    ),
    passes(
      'handed in',
      `variable "connector" {}
resource "google_cloudfunctions_function" "orders" {
  name          = "orders"
  runtime       = "nodejs22"
  vpc_connector = var.connector
}`,
    ),
  ],
});
