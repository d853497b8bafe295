/** The password policy of an account, in the words of Terraform: templates have none. */
import type { Json, LiveContext, LiveThing } from '../../live/index.ts';
import { jsonAt } from '../../live/index.ts';

/**
 * Without a policy of its own an account has AWS's: eight characters, three of the four kinds, which demands none of them.
 * Source: IAM User Guide, "Default password policy", read 2026-11-22.
 */
export function passwordPolicy(policy: Json, { account, partition }: LiveContext): LiveThing {
  const flag = (key: string): boolean => jsonAt(policy, key) === true;
  return {
    type: 'aws_iam_account_password_policy',
    id: `arn:${partition}:iam::${account}:password-policy`,
    name: account,
    properties: {
      minimum_password_length: jsonAt(policy, 'MinimumPasswordLength') ?? 8,
      password_reuse_prevention: jsonAt(policy, 'PasswordReusePrevention') ?? 0,
      require_uppercase_characters: flag('RequireUppercaseCharacters'),
      require_lowercase_characters: flag('RequireLowercaseCharacters'),
      require_symbols: flag('RequireSymbols'),
      require_numbers: flag('RequireNumbers'),
      max_password_age: jsonAt(policy, 'MaxPasswordAge') ?? 0,
    },
  };
}
