/** A machine for training needs no address on the internet. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'TPU machines have no external address', ja: 'TPU VM に外部アドレスがない' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.tpu.vm',
  why: {
    en: 'An external address puts the machine with the training data into the internet.',
    ja: '外部アドレスがあると、学習データを持つ VM がインターネットに面します。',
  },
  fix: {
    edits: { terraform: [{ set: 'network_config.enable_external_ips', value: false }] },
    cautions: ['replaces', 'closes-access', 'closes-outbound'],
    summary: { en: 'Leave enable_external_ips out or set it to false.', ja: 'enable_external_ips を書かないか false にしてください。' },
    terraform: `resource "google_tpu_v2_vm" "train" {
  name            = "train"
  runtime_version = "tpu-vm-tf-2.13.0"
  network_config {
    enable_external_ips = false
  }
}`,
  },
  references: ['https://cloud.google.com/tpu/docs/users-guide-tpu-vm'],
  equivalents: ['CKV2_GCP_32'],
  noFramework: 'no control mapping yet',
  evaluate(vm) {
    if (!vm.hasExternalAddress) return pass();
    return fail({ en: `TPU machine ${vm.name} has an external address`, ja: `TPU VM ${vm.name} に外部アドレスがあります` });
  },
  examples: [
    fails(
      'enable_external_ips is true',
      `resource "google_tpu_v2_vm" "train" {
  name            = "train"
  runtime_version = "tpu-vm-tf-2.13.0"
  network_config {
    enable_external_ips = true
  }
}`,
    ),
    passes(
      'enable_external_ips is false',
      `resource "google_tpu_v2_vm" "train" {
  name            = "train"
  runtime_version = "tpu-vm-tf-2.13.0"
  network_config {
    enable_external_ips = false
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_tpu_v2_vm" "train" {
  name            = "train"
  runtime_version = "tpu-vm-tf-2.13.0"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "enable_external_ips" {}
resource "google_tpu_v2_vm" "train" {
  name            = "train"
  runtime_version = "tpu-vm-tf-2.13.0"
  network_config {
    enable_external_ips = var.enable_external_ips
  }
}`,
    ),
  ],
});
