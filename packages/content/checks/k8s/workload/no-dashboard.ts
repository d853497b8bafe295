/** The Dashboard shows and changes the cluster in a browser; left open it has been the way into well-known clusters. */
import { defineCheck, fail, fails, find, imageName, labelOf, pass, passes, which } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'No pod runs the Kubernetes Dashboard',
    ja: 'Kubernetes Dashboard を動作させない',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'The Dashboard shows and changes the cluster in a browser; left open it has been the way into well-known clusters.',
    ja: 'Dashboard はブラウザーからクラスターを閲覧・変更できるため、公開されたままの Dashboard が侵入経路になった例が知られています。',
  },
  fix: {
    summary: {
      en: 'Remove the Dashboard or let only an authenticating proxy reach it.',
      ja: 'Dashboard を削除するか、認証プロキシーからのみ到達できるようにしてください。',
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
  references: ['https://kubernetes.io/docs/tasks/access-application-cluster/web-ui-dashboard/'],
  equivalents: ['CKV_K8S_33', 'kubescape:C-0014'],
  evaluate(pod) {
    const labeled = which({
      app: () => pod.labels.get('app') === 'kubernetes-dashboard',
      'k8s-app': () => pod.labels.get('k8s-app') === 'kubernetes-dashboard',
    });
    if (labeled !== undefined)
      return fail({
        en: `The pods of ${pod.name} are labeled as the Kubernetes Dashboard`,
        ja: `${pod.name} の Pod に Kubernetes Dashboard のラベルが付いています`,
      });
    const found = find(
      pod.containers,
      (container) =>
        /^(?:kubernetes-)?dashboard(?:-amd64|-web|-api)?$|^kubernetesui$/.test(imageName(container.image ?? '')) &&
        /kubernetes/.test(container.image ?? ''),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs the Kubernetes Dashboard`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が Kubernetes Dashboard を実行しています`,
    });
  },
  examples: [
    fails('its image', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: dashboard
      image: registry.example.com/kubernetesui/dashboard:v2.7.0`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "dashboard"
      image = "registry.example.com/kubernetesui/dashboard:v2.7.0"
    }
  }
}`,
    }),
    passes('another program', {
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
