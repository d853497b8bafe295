/** Baseline: AppArmor may be chosen, not switched off. */
import {
  annotationWith,
  defineCheck,
  fail,
  fails,
  find,
  isConfining,
  isConfiningAppArmorAnnotation,
  labelOf,
  pass,
  passes,
  podSecurityParams,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods keep an AppArmor profile',
    ja: 'Pod は AppArmor プロファイルを外さない',
  },
  severity: 'medium',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'The default AppArmor profile of the runtime keeps a container from mounting, loading modules and writing to sensitive kernel files.',
    ja: 'ランタイム既定の AppArmor プロファイルは、マウントやモジュールの読み込み、カーネルファイルへの書き込みを防ぎます。',
  },
  fix: {
    summary: {
      en: 'Use the profile RuntimeDefault or one of your own, never Unconfined.',
      ja: 'RuntimeDefault または独自のプロファイルを使い、Unconfined にしないでください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
  annotations:
    container.apparmor.security.beta.kubernetes.io/api: runtime/default
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
    annotations = { "container.apparmor.security.beta.kubernetes.io/api" = "runtime/default" }
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/security/pod-security-standards/'],
  equivalents: ['AVD-KSV-0002', 'KSV002'],
  params: podSecurityParams,
  evaluate(pod) {
    if (pod.security.appArmor !== undefined && !isConfining(pod.security.appArmor))
      return fail({ en: `The pods of ${pod.name} run without AppArmor`, ja: `${pod.name} の Pod が AppArmor なしで動作しています` });
    const free = find(pod.containers, ({ security }) => security.appArmor !== undefined && !isConfining(security.appArmor));
    if (free)
      return fail({
        en: `Container ${labelOf(free)} of ${pod.name} runs without AppArmor`,
        ja: `${pod.name} のコンテナー ${labelOf(free)} が AppArmor なしで動作しています`,
      });
    const key = annotationWith(
      pod.annotations,
      'container.apparmor.security.beta.kubernetes.io/',
      (profile) => !isConfiningAppArmorAnnotation(profile),
    );
    if (key === undefined) return pass();
    return fail({
      en: `The annotation ${key} of ${pod.name} switches AppArmor off`,
      ja: `${pod.name} のアノテーション ${key} が AppArmor を無効にしています`,
    });
  },
  examples: [
    fails('the annotation says unconfined', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
  annotations:
    container.apparmor.security.beta.kubernetes.io/api: unconfined
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
    annotations = { "container.apparmor.security.beta.kubernetes.io/api" = "unconfined" }
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    fails('the field says Unconfined', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  securityContext:
    appArmorProfile:
      type: Unconfined
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    }),
    fails('of one container', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      securityContext:
        appArmorProfile:
          type: Unconfined`,
    }),
    passes('the profile of the runtime', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
  annotations:
    container.apparmor.security.beta.kubernetes.io/api: runtime/default
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
    annotations = { "container.apparmor.security.beta.kubernetes.io/api" = "runtime/default" }
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
