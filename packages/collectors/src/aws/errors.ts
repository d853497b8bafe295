/** What an error of the AWS SDK means for a collection. */
import type { CallError } from '@kumomori/model';
import { BudgetSpent } from '../budget.ts';

export interface FailedCall {
  /** The cloud's answer; null when the call was never made (stopped, budget spent) or we failed ourselves. */
  readonly call: CallError | null;
  readonly isThrottling: boolean;
}

const THROTTLING =
  /^(?:Throttling|ThrottlingException|ThrottledException|RequestLimitExceeded|TooManyRequestsException|SlowDown|RequestThrottled.*|BandwidthLimitExceeded|LimitExceededException|PriorRequestNotComplete|EC2ThrottledException|TransactionInProgressException)$/;
const NETWORK =
  /^(?:TimeoutError|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|NetworkingError|UnknownEndpoint|CERT_|DEPTH_ZERO)/;

/** `error`: anything that was thrown while a call was made. */
export function lookAt(error: unknown): FailedCall {
  if (error instanceof BudgetSpent) return { call: { code: 'BudgetSpent', message: error.message }, isThrottling: false };
  if (!(error instanceof Error) || error.name === 'AbortError') return { call: null, isThrottling: false };
  if ('call' in error) return { call: error.call as CallError, isThrottling: false }; // of an earlier collection (RecordedFailure)
  const {
    $metadata,
    Code,
    code,
    Error: inner,
  } = error as Error & {
    $metadata?: { httpStatusCode?: number };
    Code?: unknown;
    code?: unknown;
    Error?: { Code?: unknown };
  };
  const status = $metadata?.httpStatusCode;
  const own = [inner?.Code, Code, error.name === 'Error' ? code : error.name].find((each) => typeof each === 'string' && each !== '');
  const said = typeof own === 'string' ? own.replace(/:.*/, '').replace(/^.*#/, '') : 'UnknownError';
  // An answer that is no AWS error: the status is all there is.
  const name = isAwsCode(said) ? said : status !== undefined && status >= 400 ? `Http${status}` : 'MalformedAnswer';
  // Credentials that do not work, and mistakes of ours (a command that does not exist), say nothing about the cloud.
  const isCloud = status !== undefined || NETWORK.test(name) || typeof code === 'string' || error instanceof SyntaxError;
  if (!isCloud && (error instanceof TypeError || error instanceof RangeError)) return { call: null, isThrottling: false };
  const isThrottling = THROTTLING.test(name) || status === 429;
  return { call: { code: name, message: firstLine(error.message) }, isThrottling };
}

/** Errors of the reader of answers are none of the service's. */
function isAwsCode(name: string): boolean {
  return !/^(?:Unknown(?:Error)?|SyntaxError|TypeError|RangeError)$/.test(name);
}

/** Refusals name principals and resources, not secrets; still, one line is enough. */
function firstLine(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 500 ? `${line.slice(0, 500)}…` : line;
}

export function isRefusal(code: string): boolean {
  return /AccessDenied|Unauthorized|NotAuthorized|AuthorizationError|Forbidden|OptInRequired|SubscriptionRequired/i.test(code);
}
