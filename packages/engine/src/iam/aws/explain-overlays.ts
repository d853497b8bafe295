/** What decided outside of policies. */
import { numbers } from './algebra.ts';
import type { CompiledLayers } from './layers.ts';
import { aclCovers, grantCovers, isProtected, isPublicAccessBlocked, rootCannotAssume, waysOfAcl, waysOfGrants } from './overlays.ts';
import type { PreparedRequest } from './request.ts';
import { NO } from '../three.ts';
import type { Because } from './types.ts';

export function explainOverlays({ settings }: CompiledLayers, request: PreparedRequest): readonly Because[] {
  const deny = { layer: 'service', effect: 'deny', matched: [] } as const;
  return [
    ...(isProtected(request) ? [{ ...deny, reason: 'cannot-be-modified' as const }] : []),
    ...(rootCannotAssume(request) ? [{ ...deny, reason: 'root-cannot-assume' as const }] : []),
    ...(isPublicAccessBlocked(settings, request) ? [{ ...deny, reason: 'public-access-blocked' as const }] : []),
  ];
}

/** ACL entries and KMS grants that let the caller in; `statement` is their number in the list. */
export function explainResourceGrants({ settings }: CompiledLayers, request: PreparedRequest): readonly Because[] {
  const allow = { layer: 'resource', effect: 'allow', matched: ['principal', 'action'] } as const;
  const isMatched = (ways: Readonly<Record<string, unknown>>): boolean => Object.values(ways).some((value) => value !== NO);
  const acl = settings.acl.flatMap((grant, statement): readonly Because[] => {
    if (!aclCovers(grant, request.action) || !isMatched({ ...waysOfAcl(numbers, { ...settings, acl: [grant] }, request) })) return [];
    return [{ ...allow, reason: 'acl-allows', statement }];
  });
  const grants = settings.kmsGrants.flatMap((grant, statement): readonly Because[] => {
    if (grantCovers(grant, request) === NO || !isMatched({ ...waysOfGrants(numbers, { ...settings, kmsGrants: [grant] }, request) }))
      return [];
    return [{ ...allow, reason: 'grant-allows', statement }];
  });
  return [...acl, ...grants];
}
