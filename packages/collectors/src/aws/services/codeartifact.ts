import type { Json, JsonObject } from '@kumomori/model';
import { textOf } from '@kumomori/model';
import { named } from '../inputs.ts';
import { defineService } from '../service.ts';

function domain(item: Json): JsonObject {
  return { domain: textOf(item, 'name') ?? null, domainOwner: textOf(item, 'owner') ?? null };
}

function repository(item: Json): JsonObject {
  return {
    domain: textOf(item, 'domainName') ?? null,
    domainOwner: textOf(item, 'domainOwner') ?? null,
    repository: textOf(item, 'name') ?? null,
  };
}

/** Source: AWS CodeArtifact API reference, read 2026-11-22. */
export const service = defineService({
  id: 'codeartifact',
  load: async () => await import('@aws-sdk/client-codeartifact'),
  client: 'CodeartifactClient',
  scope: 'regional',
  calls: [
    {
      operation: 'ListDomains',
      each: {
        items: 'domains',
        calls: [
          { operation: 'GetDomainPermissionsPolicy', input: domain, absent: ['ResourceNotFoundException'] },
          { operation: 'ListTagsForResource', input: named('arn', 'resourceArn'), absent: ['ResourceNotFoundException'] },
        ],
      },
    },
    {
      operation: 'ListRepositories',
      each: {
        items: 'repositories',
        calls: [
          { operation: 'GetRepositoryPermissionsPolicy', input: repository, absent: ['ResourceNotFoundException'] },
          { operation: 'ListTagsForResource', input: named('arn', 'resourceArn'), absent: ['ResourceNotFoundException'] },
        ],
      },
    },
  ],
});
