/** Links of Azure and Google Cloud checks that say nothing about their control: found by reading both beside each other (2026-11-22). */
import type { Correction } from './corrections.ts';

type Row = readonly [change: 'add' | 'remove', controls: string, check: string, reason: string];

const rows: Readonly<Record<string, readonly Row[]>> = {
  'cis-azure@4.0': [
    ['remove', '6.21', 'azure-entra-users-cannot-create-groups', 'Microsoft 365 groups have a setting of their own'],
    ['remove', '9.3.7', 'azure-keyvault-private-endpoint', 'public access, not private endpoints'],
    ['remove', '10.3.1.1', 'azure-storage-infrastructure-encryption', 'reminders to rotate keys, not encryption'],
    ['add', '10.3.1.1', 'azure-storage-key-rotation', 'the reminder is the expiry of keys'],
  ],
  'cis-azure@5.0': [
    ['remove', '2.1.8', 'azure-storage-cmk', 'keys of Databricks, not of storage accounts'],
    ['remove', '2.1.9', 'azure-databricks-vnet-injection', 'public addresses of nodes, not their network'],
    ['remove', '5.2.2', 'azure-entra-trusted-locations', 'a policy about countries, not a list of places'],
    ['remove', '5.21', 'azure-entra-users-cannot-create-groups', 'Microsoft 365 groups have a setting of their own'],
    ['remove', '6.1.1.8 6.1.1.9', 'azure-monitor-activity-log-exported', 'logs of the directory, not of the subscription'],
    ['remove', '6.1.4', 'azure-monitor-activity-log-exported', 'logs of each resource, not of the subscription'],
    ['remove', '6.2', 'azure-rbac-lock-admin-role', 'locks on resources, not who sets them'],
    ['add', '6.2', 'azure-resource-delete-lock', 'looks for the locks themselves'],
    ['remove', '8.1.2.1', 'azure-defender-appservices', 'the plan for APIs is another'],
    ['remove', '8.3.7', 'azure-keyvault-private-endpoint', 'public access, not private endpoints'],
    ['add', '8.3.7', 'azure-keyvault-network-default-deny', 'says who may come from public networks'],
    ['remove', '9.2.2', 'azure-storage-blob-soft-delete', 'containers, not blobs'],
    ['add', '9.2.2', 'azure-storage-container-soft-delete', 'looks at containers'],
    ['remove', '9.3.1.1', 'azure-storage-infrastructure-encryption', 'reminders to rotate keys, not encryption'],
    ['add', '9.3.1.1', 'azure-storage-key-rotation', 'the reminder is the expiry of keys'],
  ],
  'cis-azure@6.0': [
    ['remove', '6.1.1.7 6.1.1.8', 'azure-monitor-activity-log-exported', 'logs of the directory, not of the subscription'],
    ['remove', '6.1.4', 'azure-monitor-activity-log-exported', 'logs of each resource, not of the subscription'],
    ['remove', '6.2', 'azure-rbac-lock-admin-role', 'locks on resources, not who sets them'],
    ['add', '6.2', 'azure-resource-delete-lock', 'looks for the locks themselves'],
    ['remove', '8.1.2.1', 'azure-defender-appservices', 'the plan for APIs is another'],
    ['remove', '8.3.7', 'azure-keyvault-private-endpoint', 'public access, not private endpoints'],
    ['add', '8.3.7', 'azure-keyvault-network-default-deny', 'says who may come from public networks'],
    ['remove', '9.3.1.1', 'azure-storage-infrastructure-encryption', 'reminders to rotate keys, not encryption'],
    ['add', '9.3.1.1', 'azure-storage-key-rotation', 'the reminder is the expiry of keys'],
  ],
  'cis-gcp@3.0': [['remove', '1.8', 'gcp-iam-kms-separation-of-duties', 'service accounts, not keys']],
  'cis-gcp@4.0': [['remove', '1.8', 'gcp-iam-kms-separation-of-duties', 'service accounts, not keys']],
  'cis-gcp@5.0': [['remove', '1.9', 'gcp-iam-kms-separation-of-duties', 'service accounts, not keys']],
};

/** By `framework@version`. */
export const cloudCorrections: Readonly<Record<string, readonly Correction[]>> = Object.fromEntries(
  Object.entries(rows).map(([name, list]) => [
    name,
    list.map(([change, controls, check, reason]): Correction => ({ change, controls: controls.split(' '), checks: [check], reason })),
  ]),
);
