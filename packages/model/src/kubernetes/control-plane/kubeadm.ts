/**
 * Flags of the control plane as a kubeadm ClusterConfiguration sets them: its own words, and what kubeadm sets by itself. Source:
 * Kubernetes documentation, "kubeadm Configuration (v1beta4)" and "Implementation details" of kubeadm; read 2026-11-22.
 */
import type { BlockReader } from '../../code/index.ts';
import type { Leaf, MapNode } from '../../node.ts';
import { byDefault } from '../../node.ts';
import type { Program } from './program.ts';

export const CLUSTER_CONFIGURATION = 'kubeadm.k8s.io/ClusterConfiguration';

type Section = Exclude<Program, 'kubelet'>;

const SECTIONS: Readonly<Record<Section, readonly string[]>> = {
  'kube-apiserver': ['apiServer'],
  'kube-controller-manager': ['controllerManager'],
  'kube-scheduler': ['scheduler'],
  etcd: ['etcd', 'local'],
};

const PKI = '/etc/kubernetes/pki';
const SET_BY_KUBEADM: Readonly<Record<Section, Readonly<Record<string, string>>>> = {
  'kube-apiserver': {
    'allow-privileged': 'true',
    'authorization-mode': 'Node,RBAC',
    'client-ca-file': `${PKI}/ca.crt`,
    'enable-admission-plugins': 'NodeRestriction',
    'enable-bootstrap-token-auth': 'true',
    'etcd-cafile': `${PKI}/etcd/ca.crt`,
    'etcd-certfile': `${PKI}/apiserver-etcd-client.crt`,
    'etcd-keyfile': `${PKI}/apiserver-etcd-client.key`,
    'kubelet-client-certificate': `${PKI}/apiserver-kubelet-client.crt`,
    'kubelet-client-key': `${PKI}/apiserver-kubelet-client.key`,
    'secure-port': '6443',
    'service-account-key-file': `${PKI}/sa.pub`,
    'service-account-signing-key-file': `${PKI}/sa.key`,
    'tls-cert-file': `${PKI}/apiserver.crt`,
    'tls-private-key-file': `${PKI}/apiserver.key`,
  },
  'kube-controller-manager': {
    'bind-address': '127.0.0.1',
    'client-ca-file': `${PKI}/ca.crt`,
    'root-ca-file': `${PKI}/ca.crt`,
    'service-account-private-key-file': `${PKI}/sa.key`,
    'use-service-account-credentials': 'true',
  },
  'kube-scheduler': { 'bind-address': '127.0.0.1' },
  etcd: {
    'cert-file': `${PKI}/etcd/server.crt`,
    'client-cert-auth': 'true',
    'key-file': `${PKI}/etcd/server.key`,
    'peer-cert-file': `${PKI}/etcd/peer.crt`,
    'peer-client-cert-auth': 'true',
    'peer-key-file': `${PKI}/etcd/peer.key`,
    'peer-trusted-ca-file': `${PKI}/etcd/ca.crt`,
    'trusted-ca-file': `${PKI}/etcd/ca.crt`,
  },
};

export function isClusterConfiguration(object: BlockReader): boolean {
  return object.resource?.type === CLUSTER_CONFIGURATION;
}

/** etcd may be somewhere else: then this code says nothing about it. */
export function configures(object: BlockReader, program: Section): boolean {
  return isClusterConfiguration(object) && !(program === 'etcd' && object.block('etcd').block('external').exists);
}

/** `extraArgs` is a mapping up to v1beta3 and a list of names and values since v1beta4. */
export function kubeadmFlags(object: BlockReader, program: Section): MapNode<string> {
  const section = SECTIONS[program].reduce((block, key) => block.block(key), object);
  const entries = new Map<string, Leaf<string>>();
  for (const [flag, value] of Object.entries(SET_BY_KUBEADM[program])) entries.set(flag, byDefault(value, section.place));
  const written = section.value('extraArgs');
  if (written?.kind === 'map') {
    for (const [flag, leaf] of section.stringMap('extraArgs').entries) entries.set(flag, leaf);
  } else {
    for (const argument of section.blocks('extraArgs').readers) {
      const name = argument.string('name').value;
      const value = argument.string('value', { default: '' });
      if (name !== undefined) entries.set(name, value);
    }
  }
  return { node: 'map', entries, rest: null, place: section.place };
}
