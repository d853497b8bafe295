/** An attacker who cannot write into the container cannot drop tools, change the program or leave something behind. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers have a read-only root file system',
    ja: 'コンテナーのルートファイルシステムは読み取り専用である',
  },
  severity: 'low',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'An attacker who cannot write into the container cannot drop tools, change the program or leave something behind.',
    ja: 'コンテナー内に書き込めなければ、攻撃者はツールを置くことも、プログラムを変えることも、痕跡を残すこともできません。',
  },
  fix: {
    edits: { kubernetes: [{ set: '$containers.securityContext.readOnlyRootFilesystem', value: true }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set securityContext.readOnlyRootFilesystem to true and mount an emptyDir where the program writes.',
      ja: 'securityContext.readOnlyRootFilesystem を true にし、書き込み先には emptyDir をマウントしてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        readOnlyRootFilesystem: true`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        read_only_root_filesystem = true
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['CKV_K8S_22', 'AVD-KSV-0014', 'KSV014', 'kubescape:C-0017'],
  evaluate(pod) {
    const found = find(pod.containers, (container) => !container.security.hasReadOnlyRoot);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} can write to its root file system`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} がルートファイルシステムに書き込めます`,
    });
  },
  examples: [
    fails('the default', {
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
    fails('written out', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        readOnlyRootFilesystem: false`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        read_only_root_filesystem = false
      }
    }
  }
}`,
    }),
    passes('read-only', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        readOnlyRootFilesystem: true`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        read_only_root_filesystem = true
      }
    }
  }
}`,
    }),
  ],
});
