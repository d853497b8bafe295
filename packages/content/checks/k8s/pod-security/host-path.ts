/** Baseline: hostPath volumes are not allowed. */
import { defineCheck, fail, fails, find, pass, passes, podSecurityParams, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods mount no path of their node',
    ja: 'Pod はノードのパスをマウントしない',
  },
  severity: 'high',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Through a hostPath volume a pod reads credentials of the kubelet and of other pods, and writes what the node runs.',
    ja: 'hostPath ボリュームを通じて、Pod は kubelet や他の Pod の認証情報を読み、ノードが実行するものを書き換えられます。',
  },
  fix: {
    summary: {
      en: 'Use a volume of another kind: emptyDir, a claim, a config map or a secret.',
      ja: 'emptyDir、PersistentVolumeClaim、ConfigMap、Secret など別の種類のボリュームを使ってください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: cache
      emptyDir: {}
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    volume {
      name = "cache"
      empty_dir {}
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: ['AVD-KSV-0023', 'KSV023', 'kubescape:C-0048', 'kubescape:C-0203'],
  params: podSecurityParams,
  evaluate(pod) {
    const mounted = find(pod.volumes, (volume) => volume.source === 'hostPath');
    if (!mounted) return pass();
    const path = shown(() => mounted.hostPath) ?? '?';
    return fail({
      en: `The pods of ${pod.name} mount ${path} of their node`,
      ja: `${pod.name} の Pod がノードの ${path} をマウントしています`,
    });
  },
  examples: [
    fails('the logs of the node', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: logs
      hostPath:
        path: /var/log
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    volume {
      name = "logs"
      host_path {
        path = "/var/log"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('a volume of its own', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: cache
      emptyDir: {}
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    volume {
      name = "cache"
      empty_dir {}
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
  ],
});
