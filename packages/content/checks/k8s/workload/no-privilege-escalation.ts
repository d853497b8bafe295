/** Without no_new_privs a setuid program inside of the image turns an ordinary process into root of the container. */
import { defineCheck, fail, fails, find, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers forbid privilege escalation',
    ja: 'コンテナーは権限昇格を禁止する',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Without no_new_privs a setuid program inside of the image turns an ordinary process into root of the container.',
    ja: 'no_new_privs がないと、イメージ内の setuid プログラムによって通常のプロセスがコンテナーの root になれます。',
  },
  fix: {
    edits: { kubernetes: [{ set: '$containers.securityContext.allowPrivilegeEscalation', value: false, clashes: { privileged: true } }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set securityContext.allowPrivilegeEscalation to false in every container.',
      ja: 'すべてのコンテナーで securityContext.allowPrivilegeEscalation を false にしてください。',
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
  equivalents: ['CKV_K8S_20', 'AVD-KSV-0001', 'KSV001', 'kubescape:C-0016', 'kubescape:C-0197'],
  evaluate(pod) {
    const found = find(pod.containers, (container) => container.security.allowsPrivilegeEscalation !== false);
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} does not forbid privilege escalation`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が権限昇格を禁止していません`,
    });
  },
  examples: [
    fails('nothing is said', {
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
    fails('an init container allows it', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        allowPrivilegeEscalation: false
  initContainers:
    - name: prepare
      image: registry.example.com/orders/api:1.4.2`,
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
    init_container {
      name = "prepare"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('it is forbidden', {
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
