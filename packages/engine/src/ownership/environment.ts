/** Production or not: by tag, else by account, else by organization unit. */
import { matchesWildcard } from '@kumomori/model';
import { tagValues } from './match.ts';
import type { Environment, EnvironmentRules, OwnedResource, OwnershipReason } from './types.ts';

const values = (environment: Environment, ...patterns: readonly string[]): EnvironmentRules['values'] =>
  patterns.map((value) => ({ value, environment }));

/** The usual words, English and Japanese. No accounts, no units. */
export const defaultEnvironmentRules: EnvironmentRules = {
  tagKeys: ['environment', 'env', 'stage'],
  values: [
    ...values('production', 'prod', 'prod-*', 'production', 'prd', 'live', '本番*'),
    ...values('staging', 'stg', 'stage', 'staging', 'preprod', 'pre-prod', 'uat', 'ステージング*', '検証*'),
    ...values('development', 'dev', 'dev-*', 'development', 'test', 'testing', 'qa', '開発*', 'テスト*'),
    ...values('sandbox', 'sandbox', 'sbx', 'poc', 'playground', '試験*', 'サンドボックス*'),
  ],
  accounts: [],
  units: [],
};

/** `unknown` when no rule says: nothing is guessed from names. Letter case of values does not matter. O(rules). */
export function environmentOf(
  { tags, account, units }: Pick<OwnedResource, 'tags' | 'account' | 'units'>,
  rules: EnvironmentRules,
): { readonly environment: Environment | 'unknown'; readonly because: OwnershipReason | null } {
  for (const key of rules.tagKeys)
    for (const value of tagValues(tags, key)) {
      const rule = rules.values.find((each) => matchesWildcard(each.value.toLowerCase(), value.trim().toLowerCase()));
      if (rule) return { environment: rule.environment, because: { step: 'tag', rule: key, matched: `${key}=${value}` } };
    }
  const byAccount = account === null ? undefined : rules.accounts.find((each) => matchesWildcard(each.account, account));
  if (byAccount && account !== null)
    return { environment: byAccount.environment, because: { step: 'account', rule: byAccount.id, matched: account } };
  for (const unit of units.toReversed()) {
    const rule = rules.units.find((each) => matchesWildcard(each.unit, unit));
    if (rule) return { environment: rule.environment, because: { step: 'unit', rule: rule.id, matched: unit } };
  }
  return { environment: 'unknown', because: null };
}
