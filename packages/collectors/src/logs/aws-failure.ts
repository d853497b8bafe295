/** What an error of the AWS SDK means to a reader of logs. */
import { isRefusal, lookAt } from '../aws/index.ts';
import { RemoteError } from './types.ts';

/** `permission`: what the call needs. Never throws. */
export function awsFailure(cause: unknown, permission: string, signal?: AbortSignal): RemoteError {
  if (cause instanceof RemoteError) return cause;
  if (signal?.aborted) return new RemoteError('stopped', 'stopped', { cause });
  const { call, isThrottling } = lookAt(cause);
  const message = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
  const name = cause instanceof Error ? cause.name : '';
  if (/CredentialsProviderError|CredentialsError|TokenProviderError/.test(name)) return new RemoteError('credentials', message, { cause });
  if (call === null) return new RemoteError('failed', message, { cause });
  const detail = call.message === '' || call.message === call.code ? call.code : `${call.code}: ${call.message}`;
  const status = statusOf(cause);
  if (isThrottling || status === 503) return new RemoteError('throttled', detail, { cause });
  if (/^(?:InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|InvalidToken|UnrecognizedClient)/.test(call.code))
    return new RemoteError('credentials', detail, { cause });
  // In an archive class: it has to be restored first.
  if (call.code === 'InvalidObjectState') return new RemoteError('failed', detail, { cause });
  if (isRefusal(call.code) || status === 403) return new RemoteError('refused', detail, { permission, cause });
  if (/^NoSuch|NotFound|NonExistentQueue|QueueDoesNotExist/.test(call.code) || status === 404)
    return new RemoteError('missing', detail, { cause });
  if (/^(?:TimeoutError|ECONN|EPIPE|ETIMEDOUT|NetworkingError)/.test(call.code)) return new RemoteError('interrupted', detail, { cause });
  return new RemoteError('failed', detail, { cause });
}

function statusOf(cause: unknown): number | undefined {
  // The SDK puts it on each of its errors.
  return cause instanceof Error ? (cause as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode : undefined;
}
