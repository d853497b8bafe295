import { textOf } from '@kumomori/model';
import { defineService } from '../service.ts';

/** Source: AWS Secrets Manager API reference, read 2026-11-22. Values are never asked for. */
export const service = defineService({
  id: 'secretsmanager',
  load: async () => await import('@aws-sdk/client-secrets-manager'),
  client: 'SecretsManagerClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListSecrets',
      each: {
        items: 'SecretList',
        calls: [
          {
            operation: 'GetResourcePolicy',
            input: (secret) => ({ SecretId: textOf(secret, 'ARN') ?? null }),
            absent: ['ResourceNotFoundException'],
          },
        ],
      },
    },
  ],
});
