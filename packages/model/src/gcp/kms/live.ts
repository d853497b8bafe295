/** Answers of the Cloud KMS API in the words of the Terraform provider. Source: Cloud KMS API v1 reference, read 2026-11-22. */
import type { LiveSource } from '../../live/index.ts';
import { Missing, textOf } from '../../live/index.ts';
import { gcpSources } from '../inventory/index.ts';

export const live: readonly LiveSource[] = gcpSources('cloudkms.googleapis.com', {
  keyRings: { asset: 'KeyRing', type: 'google_kms_key_ring', grantsBy: 'key_ring_id' },
  cryptoKeys: {
    asset: 'CryptoKey',
    // Keys cannot be deleted: one whose material is destroyed encrypts nothing any more.
    type: {
      types: ['google_kms_crypto_key'],
      of: ({ body }) => (textOf(body, 'primary.state') === 'DESTROYED' ? null : 'google_kms_crypto_key'),
    },
    grantsBy: 'crypto_key_id',
    properties: () => ({ lifecycle: { prevent_destroy: new Missing('only Terraform code says it') } }),
  },
});
