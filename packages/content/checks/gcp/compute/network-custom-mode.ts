/** A network in auto mode makes a subnet in every region, wanted or not. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Networks are in custom mode', ja: 'ネットワークがカスタムモードである' },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.compute.network',
  why: {
    en: 'Subnets in regions that nobody uses are where unwanted machines are not noticed, and their ranges collide with others.',
    ja: '使わないリージョンのサブネットは不審な VM に気づきにくく、アドレス範囲も衝突します。',
  },
  fix: {
    summary: { en: 'Set auto_create_subnetworks to false.', ja: 'auto_create_subnetworks を false にしてください。' },
    terraform: `resource "google_compute_network" "orders" {
  name                    = "orders"
  auto_create_subnetworks = false
}`,
  },
  references: ['https://cloud.google.com/vpc/docs/vpc#subnet-ranges'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(network) {
    if (!network.isAutoMode) return pass();
    return fail({ en: `Network ${network.name} makes subnets by itself`, ja: `ネットワーク ${network.name} はサブネットを自動作成します` });
  },
  examples: [
    fails(
      'auto_create_subnetworks is true',
      `resource "google_compute_network" "orders" {
  name                    = "orders"
  auto_create_subnetworks = true
}`,
    ),
    fails(
      'not written',
      `resource "google_compute_network" "orders" {
  name = "orders"
}`,
    ),
    passes(
      'auto_create_subnetworks is false',
      `resource "google_compute_network" "orders" {
  name                    = "orders"
  auto_create_subnetworks = false
}`,
    ),
    isUnknown(
      'handed in',
      `variable "auto_create_subnetworks" {}
resource "google_compute_network" "orders" {
  name                    = "orders"
  auto_create_subnetworks = var.auto_create_subnetworks
}`,
    ),
  ],
});
