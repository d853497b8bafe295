/** Passwords and rows travel in the clear unless the server refuses it. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'AlloyDB takes encrypted connections only', ja: 'AlloyDB が暗号化された接続のみ受け付ける' },
  severity: 'high',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.alloydb.instance',
  why: {
    en: 'A server that also takes plain connections lets passwords and data be read on the way.',
    ja: '平文の接続も受け付けると、パスワードやデータが経路上で読まれ得ます。',
  },
  fix: {
    edits: { terraform: [{ set: 'client_connection_config.ssl_config.ssl_mode', value: 'ENCRYPTED_ONLY' }] },
    cautions: ['refuses-clients'],
    summary: { en: 'Leave ssl_mode out or set it to ENCRYPTED_ONLY.', ja: 'ssl_mode を書かないか ENCRYPTED_ONLY にしてください。' },
    terraform: `resource "google_alloydb_instance" "primary" {
  cluster       = "orders"
  instance_id   = "primary"
  instance_type = "PRIMARY"
  client_connection_config {
    ssl_config {
      ssl_mode = "ENCRYPTED_ONLY"
    }
  }
}`,
  },
  references: ['https://cloud.google.com/alloydb/docs/connect-overview'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.sslMode === 'ENCRYPTED_ONLY') return pass();
    return fail({
      en: `AlloyDB instance ${instance.name} takes unencrypted connections`,
      ja: `AlloyDB のインスタンス ${instance.name} は暗号化されていない接続を受け付けます`,
    });
  },
  examples: [
    fails(
      'ssl_mode is ALLOW_UNENCRYPTED_AND_ENCRYPTED',
      `resource "google_alloydb_instance" "primary" {
  cluster       = "orders"
  instance_id   = "primary"
  instance_type = "PRIMARY"
  client_connection_config {
    ssl_config {
      ssl_mode = "ALLOW_UNENCRYPTED_AND_ENCRYPTED"
    }
  }
}`,
    ),
    passes(
      'ssl_mode is ENCRYPTED_ONLY',
      `resource "google_alloydb_instance" "primary" {
  cluster       = "orders"
  instance_id   = "primary"
  instance_type = "PRIMARY"
  client_connection_config {
    ssl_config {
      ssl_mode = "ENCRYPTED_ONLY"
    }
  }
}`,
    ),
    passes(
      'not written',
      `resource "google_alloydb_instance" "primary" {
  cluster       = "orders"
  instance_id   = "primary"
  instance_type = "PRIMARY"
}`,
    ),
    isUnknown(
      'handed in',
      `variable "ssl_mode" {}
resource "google_alloydb_instance" "primary" {
  cluster       = "orders"
  instance_id   = "primary"
  instance_type = "PRIMARY"
  client_connection_config {
    ssl_config {
      ssl_mode = var.ssl_mode
    }
  }
}`,
    ),
  ],
});
