/** A managed disk. Every one is encrypted with a key of Azure; the question is whose key. Source: Azure managed disks documentation, read 2026-11-22. */
export interface Disk {
  /** A disk encryption set with a key of the customer. */
  readonly hasCustomerKey: boolean;
  /** Azure Disk Encryption inside of the machine, with a secret in a key vault of the customer. Default false. */
  readonly isVaultEncrypted: boolean;
  /** Azure Disk Encryption inside of the machine is switched off in words. */
  readonly isEncryptionOff: boolean;
  /** Attached to a machine in this code. */
  readonly isAttached: boolean;
  /** Can it be exported over the internet? Default true. */
  readonly isPublic: boolean;
}
