/** An image of a registry that nobody looks after brings whatever its publisher puts in. */
import {
  HOLE,
  defineCheck,
  fail,
  fails,
  find,
  isNotApplicable,
  labelOf,
  notApplicable,
  parseImage,
  pass,
  passes,
  shown,
} from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Images come from allowed registries',
    ja: 'イメージは許可されたレジストリーから取得する',
  },
  severity: 'medium',
  priority: 'P2',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'An image of a registry that nobody looks after brings whatever its publisher puts in.',
    ja: '管理されていないレジストリーのイメージには、公開者が入れたものがそのまま入ります。',
  },
  fix: {
    summary: {
      en: 'Copy the image to a registry of the list and name it there.',
      ja: 'イメージを一覧にあるレジストリーへ複製し、そちらを指定してください。',
    },
    kubernetes: `spec:
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
  },
  references: ['https://kubernetes.io/docs/concepts/containers/images/'],
  equivalents: ['kubescape:C-0078', 'KSV0125', 'AVD-KSV-0125'],
  params: {
    registries: {
      type: 'strings',
      default: [],
      description: {
        en: 'Registries, with or without a folder, that images may come from.',
        ja: 'イメージの取得を許可するレジストリー (フォルダーを含めてもよい)。',
      },
    },
  },
  evaluate(pod, params) {
    const { registries } = params;
    if (registries.length === 0)
      return notApplicable({ en: 'No registries are given in the parameter', ja: 'パラメーターにレジストリーが指定されていません' });
    const found = find(pod.containers, (container) => {
      const repository = parseImage(container.image ?? '').repository;
      return !repository.startsWith(HOLE) && !registries.some((registry) => repository.startsWith(`${registry.replace(/\/$/, '')}/`));
    });
    if (!found) return pass();
    const image = shown(() => found.image) ?? '?';
    return fail({
      en: `Container ${labelOf(found)} of ${pod.name} runs ${image}`,
      ja: `${pod.name} のコンテナー ${labelOf(found)} が ${image} を使用しています`,
    });
  },
  examples: [
    fails(
      'another registry',
      {
        kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  containers:
    - name: api
      image: public.example.net/tools/shell:1.2`,
        terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    container {
      name = "api"
      image = "public.example.net/tools/shell:1.2"
    }
  }
}`,
      },
      { params: { registries: ['registry.example.com'] } },
    ),
    passes(
      'an allowed one',
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
      { params: { registries: ['registry.example.com'] } },
    ),
    isNotApplicable('no list is given', {
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
