/** git-sync runs what a repository holds at the moment: who may push there, or set its variables, runs code in the cluster. */
import { any, anyOf, defineCheck, fail, fails, find, imageName, labelOf, pass, passes } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods do not fetch their code with git-sync',
    ja: 'Pod は git-sync でコードを取得しない',
  },
  severity: 'low',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'git-sync runs what a repository holds at the moment: who may push there, or set its variables, runs code in the cluster.',
    ja: 'git-sync はリポジトリーのその時点の内容を実行するため、push できる者や変数を変えられる者がクラスター内でコードを実行できます。',
  },
  fix: {
    summary: {
      en: 'Put the content into an image, or pin git-sync to one commit and set no exec hook.',
      ja: '内容をイメージに含めるか、git-sync を一つのコミットに固定し、exec フックを設定しないでください。',
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
  references: ['https://github.com/kubernetes/git-sync'],
  equivalents: ['CKV_K8S_159'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const found = find(pod.containers, (container) =>
      anyOf(
        () => any(container.env, (variable) => variable.label === 'GITSYNC_GIT'),
        () => imageName(container.image ?? '').startsWith('git-sync'),
      ),
    );
    if (!found) return pass();
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs git-sync`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が git-sync を実行しています`,
    });
  },
  examples: [
    fails('another git program', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
      env:
        - name: GITSYNC_GIT
          value: /tmp/git`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
      env {
        name = "GITSYNC_GIT"
        value = "/tmp/git"
      }
    }
  }
}`,
    }),
    fails('a side container', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2
    - name: sync
      image: registry.example.com/git-sync/git-sync:v4.2.3`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
    container {
      name = "sync"
      image = "registry.example.com/git-sync/git-sync:v4.2.3"
    }
  }
}`,
    }),
    passes('the code is in the image', {
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
