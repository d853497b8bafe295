/** Who could take the whole account over with what they hold today. */
import { any, anyOf } from '../../check/index.ts';
import type { PolicyDocument } from '../../policy/index.ts';
import { administrationStatement } from './administration.ts';

/** Policies of AWS with which their holder gives itself everything else. */
const POWERFUL = /:aws:policy\/(?:AdministratorAccess|IAMFullAccess|PowerUserAccess|job-function\/SystemAdministrator)$/;

/** Is the user an administrator, by a policy of AWS or one of its own, directly or through a group? */
export function isPrivilegedUser(user: {
  readonly managedPolicies: readonly string[];
  readonly policies: readonly PolicyDocument[];
}): boolean {
  return anyOf(
    () => any(user.managedPolicies, (arn) => POWERFUL.test(arn)),
    () => any(user.policies, (policy) => administrationStatement(policy) !== undefined),
  );
}
