/** Without a security context everything is as the image and the runtime happen to set it, which is the least safe of what is possible. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Every container has a security context',
    ja: 'すべてのコンテナーに securityContext がある',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Without a security context everything is as the image and the runtime happen to set it, which is the least safe of what is possible.',
    ja: 'securityContext がないと、すべてがイメージとランタイムの設定任せになり、最も安全でない状態になります。',
  },
  fix: {
    edits: { kubernetes: [{ set: '$containers.securityContext.allowPrivilegeEscalation', value: false, clashes: { privileged: true } }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Add a securityContext to every container.',
      ja: 'すべてのコンテナーに securityContext を追加してください。',
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
        allowPrivilegeEscalation: false`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        allow_privilege_escalation = false
      }
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/tasks/configure-pod-container/security-context/'],
  equivalents: ['CKV_K8S_30'],
  evaluate(pod) {
    const found = find(pod.containers, (container) => container.kind !== 'ephemeral' && !container.security.isWritten);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} has no security context`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} に securityContext がありません`,
    });
  },
  examples: [
    fails('none', {
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
    passes('one', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        allowPrivilegeEscalation: false`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      security_context {
        allow_privilege_escalation = false
      }
    }
  }
}`,
    }),
  ],
});
