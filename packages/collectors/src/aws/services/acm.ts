import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { defineService } from '../service.ts';

/** Source: AWS Certificate Manager API reference, read 2026-11-22: without naming the kinds of keys it lists RSA of 1024 and 2048 bits only. */
const keyTypes = ['RSA_1024', 'RSA_2048', 'RSA_3072', 'RSA_4096', 'EC_prime256v1', 'EC_secp384r1', 'EC_secp521r1'];

const certificate = (item: Json): JsonObject => ({ CertificateArn: textOf(item, 'CertificateArn') ?? null });

export const service = defineService({
  id: 'acm',
  load: async () => await import('@aws-sdk/client-acm'),
  client: 'ACMClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListCertificates',
      input: { Includes: { keyTypes } },
      each: {
        items: 'CertificateSummaryList',
        calls: [
          { operation: 'DescribeCertificate', input: certificate },
          { operation: 'ListTagsForCertificate', input: certificate },
        ],
      },
    },
  ],
});
