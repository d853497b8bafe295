/** The credentials that the node keeps for its cloud work for whoever reads them, also outside of the cluster. */
import { defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods do not mount cloud credentials of their node',
    ja: 'Pod はノードのクラウド認証情報をマウントしない',
  },
  severity: 'high',
  priority: 'P1',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'The credentials that the node keeps for its cloud work for whoever reads them, also outside of the cluster.',
    ja: 'ノードが保持するクラウドの認証情報は、読んだ者がクラスターの外からも使えます。',
  },
  fix: {
    summary: {
      en: 'Give the pod an identity of its own (IRSA, Pod Identity, Workload Identity) instead of files of the node.',
      ja: 'ノードのファイルではなく、IRSA、Pod Identity、Workload Identity などで Pod 専用の ID を与えてください。',
    },
    kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: data
      hostPath:
        path: /srv/orders
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
    terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    volume {
      name = "data"
      host_path {
        path = "/srv/orders"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
  },
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  equivalents: ['kubescape:C-0020'],
  evaluate(pod) {
    const mounted = find(pod.volumes, (volume) =>
      /\/(?:\.aws|\.azure|\.config\/gcloud|gcloud|azure\.json|application_default_credentials\.json)(?:\/.*)?$/.test(volume.hostPath ?? ''),
    );
    if (!mounted) return pass();
    const path = shown(() => mounted.hostPath) ?? '?';
    return fail({
      en: `The pods of ${pod.name} mount ${path} of their node`,
      ja: `${pod.name} の Pod がノードの ${path} をマウントしています`,
    });
  },
  examples: [
    fails('keys of AWS', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: aws
      hostPath:
        path: /root/.aws/credentials
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    volume {
      name = "aws"
      host_path {
        path = "/root/.aws/credentials"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('a folder for data', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: data
      hostPath:
        path: /srv/orders
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    volume {
      name = "data"
      host_path {
        path = "/srv/orders"
      }
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
