/** Key vaults whose data plane goes by access policies. Source: Azure documentation, "Azure role-based access control (Azure RBAC) vs. access policies", read 2026-11-22. */
import type { Conditional, GrantReason } from '../shared/index.ts';
import { always, every, never } from '../shared/index.ts';
import { isWithin } from './scopes.ts';
import type { AzureRequest, VaultAccess } from './types.ts';

type Judged = GrantReason & { readonly holds: Conditional };

/** Words of access policies where the data action is called otherwise. */
const WORDS: Readonly<Record<string, string>> = {
  'secrets/getsecret/action': 'get',
  'secrets/readmetadata/action': 'list',
  'secrets/setsecret/action': 'set',
  'keys/read': 'get',
  'keys/wrap/action': 'wrapkey',
  'keys/unwrap/action': 'unwrapkey',
  'certificates/read': 'get',
};

/** Null: no such vault, roles decide. Roles say nothing about the data of a vault with access policies. */
export function vaultGrants(
  vaults: readonly VaultAccess[],
  request: AzureRequest,
  isPrincipal: (principal: string) => Conditional,
): readonly Judged[] | null {
  const [, rest = ''] = /^microsoft\.keyvault\/vaults\/(.+)$/i.exec(request.action) ?? [];
  const vault = vaults.find((each) => isWithin(each.vault, request).value === 2);
  if (rest === '' || !vault) return null;
  const [kind = '', ...operation] = rest.toLowerCase().split('/');
  const word = WORDS[rest.toLowerCase()] ?? operation.join('/').replace(/\/action$/, '');
  return vault.policies.flatMap((policy): Judged[] => {
    const words =
      kind === 'keys' ? policy.keys : kind === 'secrets' ? policy.secrets : kind === 'certificates' ? policy.certificates : undefined;
    const has = (words ?? []).some((each) => ['all', word].includes(each.toLowerCase())) ? always : never;
    const holds = every([has, isPrincipal(policy.principal)]);
    return holds.value === 0 ? [] : [{ effect: 'allow', layer: 'access-policy', by: vault.vault, role: policy.principal, holds }];
  });
}
