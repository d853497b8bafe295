/** A machine without an external address cannot be attacked from outside. */
import { defineCheck, fail, fails, none, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Instances have no external address', ja: 'インスタンスに外部 IP アドレスがない' },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'gcp.compute.instance',
  why: {
    en: 'Every machine with an external address stands in the internet and depends on its firewall rules alone.',
    ja: '外部アドレスを持つ VM はインターネットに面し、守りはファイアウォールルールだけになります。',
  },
  fix: {
    summary: {
      en: 'Leave access_config out; use Cloud NAT, a load balancer and Identity-Aware Proxy.',
      ja: 'access_config を書かず、Cloud NAT・ロードバランサ・Identity-Aware Proxy を使ってください。',
    },
    terraform: `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  network_interface {
    subnetwork = "orders"
  }
}`,
    cli: 'gcloud compute instances delete-access-config NAME --access-config-name="External NAT"',
  },
  references: ['https://cloud.google.com/compute/docs/ip-addresses'],
  equivalents: [
    'CKV_GCP_40',
    'AVD-GCP-0031',
    'tfsec:google-compute-no-public-ip',
    'prowler:compute_instance_public_ip',
    'cloudsploit:instancePublicAccess',
  ],
  evaluate(instance) {
    if (none(instance.networkInterfaces, (each) => each.hasExternalAddress)) return pass();
    return fail({
      en: `Instance ${instance.name} has an external address`,
      ja: `インスタンス ${instance.name} に外部 IP アドレスがあります`,
    });
  },
  examples: [
    fails(
      'an empty access_config',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  network_interface {
    subnetwork = "orders"
    access_config {}
  }
}`,
    ),
    fails(
      'in a template',
      `resource "google_compute_instance_template" "web" {
  name         = "web"
  machine_type = "e2-medium"
  network_interface {
    subnetwork = "orders"
    access_config {
      network_tier = "PREMIUM"
    }
  }
}`,
    ),
    passes(
      'inside only',
      `resource "google_compute_instance" "orders" {
  name         = "prd-orders-web01"
  machine_type = "e2-medium"
  zone         = "asia-northeast1-a"
  network_interface {
    subnetwork = "orders"
  }
}`,
    ),
  ],
});
