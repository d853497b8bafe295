/** A legacy network has one range for the world and no subnets. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'No legacy network remains', ja: 'レガシーネットワークが残っていない' },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.compute.network',
  why: {
    en: 'Legacy networks know neither subnets nor flow logs nor private access, and nobody maintains them.',
    ja: 'レガシーネットワークにはサブネットもフローログも限定公開アクセスもなく、更新もされません。',
  },
  fix: {
    summary: { en: 'Make a network with subnets and move the machines.', ja: 'サブネットを持つネットワークを作り、VM を移してください。' },
    terraform: `resource "google_compute_network" "orders" {
  name                    = "orders"
  auto_create_subnetworks = false
}`,
  },
  references: ['https://cloud.google.com/vpc/docs/legacy'],
  equivalents: ['prowler:compute_network_not_legacy', 'cloudsploit:legacyNetworksExist'],
  evaluate(network) {
    if (!network.isLegacy) return pass();
    return fail({ en: `Network ${network.name} is a legacy network`, ja: `ネットワーク ${network.name} はレガシーネットワークです` });
  },
  examples: [
    fails(
      'one range',
      `resource "google_compute_network" "orders" {
  name       = "orders"
  ipv4_range = "10.240.0.0/16"
}`,
    ),
    passes(
      'subnets',
      `resource "google_compute_network" "orders" {
  name                    = "orders"
  auto_create_subnetworks = false
}`,
    ),
    passes(
      'not written',
      `resource "google_compute_network" "orders" {
  name = "orders"
}`,
    ),
  ],
});
