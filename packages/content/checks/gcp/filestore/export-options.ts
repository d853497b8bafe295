/** A share without options admits every client of the network as root. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Filestore shares name their clients', ja: 'Filestore の共有でクライアントが限定されている' },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'gcp.filestore.instance',
  why: {
    en: 'Without export options every machine of the network mounts the share with the rights of root.',
    ja: 'エクスポートオプションがないと、ネットワーク内の全 VM が root 権限で共有をマウントできます。',
  },
  fix: {
    summary: {
      en: 'Write nfs_export_options with address ranges and ROOT_SQUASH.',
      ja: 'アドレス範囲と ROOT_SQUASH を指定した nfs_export_options を書いてください。',
    },
    terraform: `resource "google_filestore_instance" "shared" {
  name     = "shared"
  tier     = "ZONAL"
  location = "asia-northeast1-a"
  file_shares {
    name        = "shared"
    capacity_gb = 1024
    nfs_export_options {
      ip_ranges   = ["10.20.0.0/20"]
      access_mode = "READ_WRITE"
      squash_mode = "ROOT_SQUASH"
      anon_uid    = 65534
      anon_gid    = 65534
    }
  }
}`,
  },
  references: ['https://cloud.google.com/filestore/docs/access-control'],
  equivalents: [],
  noFramework: 'no control mapping yet',
  evaluate(instance) {
    if (instance.hasExportOptions) return pass();
    return fail({
      en: `Filestore ${instance.name} admits every client of its network`,
      ja: `Filestore ${instance.name} はネットワーク内の全クライアントを許可しています`,
    });
  },
  examples: [
    fails(
      'none',
      `resource "google_filestore_instance" "shared" {
  name     = "shared"
  tier     = "ZONAL"
  location = "asia-northeast1-a"
  file_shares {
    name        = "shared"
    capacity_gb = 1024
  }
}`,
    ),
    passes(
      'named',
      `resource "google_filestore_instance" "shared" {
  name     = "shared"
  tier     = "ZONAL"
  location = "asia-northeast1-a"
  file_shares {
    name        = "shared"
    capacity_gb = 1024
    nfs_export_options {
      ip_ranges   = ["10.20.0.0/20"]
      access_mode = "READ_WRITE"
      squash_mode = "ROOT_SQUASH"
      anon_uid    = 65534
      anon_gid    = 65534
    }
  }
}`,
    ),
  ],
});
