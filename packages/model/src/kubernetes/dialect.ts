/**
 * How one format spells the fields of the Kubernetes API: manifests as they are (`hostNetwork`, `containers`), the Terraform provider in
 * snake case with repeated blocks in the singular (`host_network`, `container`). One reader then reads both.
 */
export type Dialect = (field: string) => string;

export const manifest: Dialect = (field) => field;

/** Lists that are repeated blocks in Terraform, and names that follow no pattern. Source: hashicorp/kubernetes 2.x schemas, read 2026-11-22. */
const BLOCKS: Readonly<Record<string, string>> = {
  containers: 'container',
  initContainers: 'init_container',
  ephemeralContainers: 'ephemeral_container',
  volumes: 'volume',
  volumeMounts: 'volume_mount',
  ports: 'port',
  sysctls: 'sysctl',
  rules: 'rule',
  subjects: 'subject',
  webhooks: 'webhook',
  cephfs: 'ceph_fs',
};

export const terraformBlocks: Dialect = (field) => BLOCKS[field] ?? field.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
