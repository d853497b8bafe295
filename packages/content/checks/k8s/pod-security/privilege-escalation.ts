/** Restricted, v1.8 and later; not for Windows pods since v1.25. */
import {
  asksRestricted,
  defineCheck,
  fail,
  fails,
  find,
  isExemptWindows,
  labelOf,
  notApplicable,
  notInForce,
  pass,
  passes,
  podSecurityParams,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Containers forbid privilege escalation (restricted)',
    ja: 'コンテナーは権限昇格を禁止する (restricted)',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Without this a setuid program inside of the image turns an ordinary process into root of the container.',
    ja: 'この設定がないと、イメージ内の setuid プログラムによって通常のプロセスがコンテナーの root になれます。',
  },
  fix: {
    edits: { kubernetes: [{ set: '$containers.securityContext.allowPrivilegeEscalation', value: false, clashes: { privileged: true } }] },
    cautions: ['breaks-software'],
    summary: {
      en: 'Set securityContext.allowPrivilegeEscalation to false in every container.',
      ja: 'すべてのコンテナーで securityContext.allowPrivilegeEscalation を false にしてください。',
    },
    kubernetes: `metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        allowPrivilegeEscalation: false`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: [],
  params: podSecurityParams,
  evaluate(pod, request) {
    if (!asksRestricted(request) || request.version < 8) return notApplicable(notInForce);
    if (isExemptWindows(pod, request)) return pass();
    const open = find(pod.containers, ({ security }) => security.allowsPrivilegeEscalation !== false);
    if (!open) return pass();
    return fail({
      en: `Container ${labelOf(open)} of ${pod.name} does not forbid privilege escalation`,
      ja: `${pod.name} のコンテナー ${labelOf(open)} が権限昇格を禁止していません`,
    });
  },
  examples: [
    fails(
      'nothing is said',
      {
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
      { params: { level: ['restricted'] } },
    ),
    passes(
      'it is forbidden',
      {
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
      { params: { level: ['restricted'] } },
    ),
    passes(
      'a Windows pod',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  os:
    name: windows
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    os {
      name = "windows"
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
      },
      { params: { level: ['restricted'], version: 25 } },
    ),
  ],
});
