/** Whoever talks to the socket of Docker, containerd or CRI-O starts containers of any kind on the node, and so is root there. */
import { defineCheck, fail, fails, find, pass, passes, shown } from '@kumomori/model';

export const check = defineCheck({
  title: {
    en: 'Pods do not mount the socket of the container runtime',
    ja: 'Pod はコンテナーランタイムのソケットをマウントしない',
  },
  severity: 'critical',
  priority: 'P0',
  controlType: 'preventive',
  on: 'kubernetes.workload.pod',
  why: {
    en: 'Whoever talks to the socket of Docker, containerd or CRI-O starts containers of any kind on the node, and so is root there.',
    ja: 'Docker、containerd、CRI-O のソケットに接続できれば、ノード上で任意のコンテナーを起動でき、root と同じことができます。',
  },
  fix: {
    summary: {
      en: 'Remove the hostPath volume of the socket; build images without the daemon of the node.',
      ja: 'ソケットの hostPath ボリュームを削除し、イメージのビルドにノードのデーモンを使わないでください。',
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
  references: ['https://kubernetes.io/docs/concepts/storage/volumes/#hostpath'],
  equivalents: ['CKV_K8S_27', 'AVD-KSV-0006', 'KSV006', 'kubescape:C-0074'],
  noFramework: 'no control mapping yet',
  evaluate(pod) {
    const mounted = find(pod.volumes, (volume) =>
      /^\/(?:var\/)?run(?:\/(?:docker|containerd|crio|cri-dockerd))?\/(?:docker|containerd|crio|cri-dockerd)\.sock\/?$/.test(
        volume.hostPath ?? '',
      ),
    );
    if (!mounted) return pass();
    const path = shown(() => mounted.hostPath) ?? '?';
    return fail({
      en: `The pods of ${pod.name} mount ${path} of their node`,
      ja: `${pod.name} の Pod がノードの ${path} をマウントしています`,
    });
  },
  examples: [
    fails('the socket of Docker', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: docker
      hostPath:
        path: /var/run/docker.sock
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    volume {
      name = "docker"
      host_path {
        path = "/var/run/docker.sock"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    fails('that of containerd', {
      kubernetes: `apiVersion: v1
kind: Pod
metadata:
  name: orders-api
spec:
  volumes:
    - name: runtime
      hostPath:
        path: /run/containerd/containerd.sock
  containers:
    - name: api
      image: registry.example.com/orders/api:1.4.2`,
      terraform: `resource "kubernetes_pod_v1" "orders" {
  metadata {
    name = "orders-api"
  }
  spec {
    volume {
      name = "runtime"
      host_path {
        path = "/run/containerd/containerd.sock"
      }
    }
    container {
      name = "api"
      image = "registry.example.com/orders/api:1.4.2"
    }
  }
}`,
    }),
    passes('no path of the node', {
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
