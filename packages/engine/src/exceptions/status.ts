import { dayIn } from '../calendar/index.ts';
import type { ExceptionPolicy, ExceptionRecord, ExceptionStatus } from './types.ts';

/** What an exception is at a time. The last day still counts, in the policy's time zone. One that nobody decided until then is `expired` too. */
export function exceptionStatus(exception: ExceptionRecord, at: string, policy: Pick<ExceptionPolicy, 'timeZone'>): ExceptionStatus {
  const { ended, expires } = exception;
  if (ended && Date.parse(ended.at) <= Date.parse(at)) return ended.kind;
  if (expires < dayIn(at, policy.timeZone)) return 'expired';
  return isApproved(exception, at) ? 'active' : 'requested';
}

function isApproved({ approvals, approvalsNeeded }: ExceptionRecord, at: string): boolean {
  return approvals.filter((each) => Date.parse(each.at) <= Date.parse(at)).length >= approvalsNeeded;
}
