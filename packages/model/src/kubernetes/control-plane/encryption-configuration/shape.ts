/** How the API server writes objects to etcd. Source: Kubernetes documentation, "Encrypting Confidential Data at Rest"; read 2026-11-22. */
export interface EncryptionConfiguration {
  /** `kms`, `secretbox`, `aesgcm`, `aescbc`, `identity`: the provider that writes Secrets; undefined when no entry is about them. */
  readonly secretsProvider: string | undefined;
}
