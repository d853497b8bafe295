/** hostAliases send a name to an address of the manifest's choice, past DNS and whoever looks after it. */
import { defineCheck, fail, fails, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods do not change their hosts file',
    ja: 'Pod は hosts ファイルを変更しない',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: "hostAliases send a name to an address of the manifest's choice, past DNS and whoever looks after it.",
    ja: 'hostAliases は、DNS とその管理を通さずに、名前をマニフェストの指定するアドレスへ向けます。',
  },
  fix: {
    summary: {
      en: 'Remove hostAliases and use DNS.',
      ja: 'hostAliases を削除し、DNS を使ってください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/'],
  equivalents: ['AVD-KSV-0007', 'KSV007'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    if (!pod.hasHostAliases) return pass();
    return fail({
      en: `The pods of ${pod.name} change their hosts file (hostAliases)`,
      ja: `${pod.name} の Pod が hosts ファイルを変更しています (hostAliases)`,
    });
  },
  examples: [
    fails('a name is redirected', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  hostAliases:
    - ip: '192.0.2.10'
      hostnames: [db.example.com]
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    host_aliases {
      ip = "192.0.2.10"
      hostnames = ["db.example.com"]
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('DNS decides', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
  ],
});
