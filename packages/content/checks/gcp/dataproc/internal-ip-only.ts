/** Nodes of a data cluster belong inside the network. */
import { defineCheck, fail, fails, isUnknown, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: { en: 'Dataproc nodes have no external addresses', ja: 'Dataproc のノードに外部アドレスがない' },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'gcp.dataproc.cluster',
  why: {
    en: 'Open web interfaces of Hadoop on external addresses are taken over within hours.',
    ja: '外部アドレスで公開された Hadoop の管理画面は、数時間で乗っ取られます。',
  },
  fix: {
    summary: { en: 'Set internal_ip_only to true.', ja: 'internal_ip_only を true にしてください。' },
    terraform: `resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
  cluster_config {
    gce_cluster_config {
      internal_ip_only = true
    }
  }
}`,
  },
  references: ['https://cloud.google.com/dataproc/docs/concepts/configuring-clusters/network'],
  equivalents: ['CKV_GCP_103'],
  noFramework: 'no control mapping yet',
  evaluate(cluster) {
    if (cluster.hasInternalAddressesOnly) return pass();
    return fail({
      en: `Nodes of Dataproc cluster ${cluster.name} have external addresses`,
      ja: `Dataproc クラスタ ${cluster.name} のノードに外部アドレスがあります`,
    });
  },
  examples: [
    fails(
      'internal_ip_only is false',
      `resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
  cluster_config {
    gce_cluster_config {
      internal_ip_only = false
    }
  }
}`,
    ),
    fails(
      'not written',
      `resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
}`,
    ),
    passes(
      'internal_ip_only is true',
      `resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
  cluster_config {
    gce_cluster_config {
      internal_ip_only = true
    }
  }
}`,
    ),
    isUnknown(
      'handed in',
      `variable "internal_ip_only" {}
resource "google_dataproc_cluster" "reports" {
  name   = "reports"
  region = "asia-northeast1"
  cluster_config {
    gce_cluster_config {
      internal_ip_only = var.internal_ip_only
    }
  }
}`,
    ),
  ],
});
