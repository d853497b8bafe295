/** The policy of exceptions, as it is today. */
import type { ExceptionPolicy } from '@kumomori/engine';
import { dayIn, latestExpiry } from '@kumomori/engine';
import type { Severity } from '@kumomori/model';
import { severities } from '@kumomori/model';
import type { Asking, Team } from '../context.ts';
import { settingIn } from '../settings/index.ts';

export interface ExceptionRule {
  readonly severity: Severity;
  /** The latest last day of one that is asked for today. */
  readonly latest: string;
  readonly approverRoles: ExceptionPolicy['approverRoles'][Severity];
  readonly approvals: number;
  readonly needsCompensatingControl: boolean;
}

/** Today: in the time zone of the policy. */
export async function exceptionRules(
  { store, now }: Team,
  { actor }: Asking,
): Promise<{ readonly today: string; readonly rules: readonly ExceptionRule[] }> {
  const policy = await store.as(actor, (tx) => settingIn(tx, 'exceptions'));
  const at = now().toISOString();
  const rules = severities.map((severity): ExceptionRule => ({
    ...{ severity, latest: latestExpiry(severity, at, policy), approverRoles: policy.approverRoles[severity] },
    ...{ approvals: policy.approvals[severity], needsCompensatingControl: policy.needsCompensatingControl.includes(severity) },
  }));
  return { today: dayIn(at, policy.timeZone), rules };
}
