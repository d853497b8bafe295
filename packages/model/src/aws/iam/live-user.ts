/** What only the calls about one user say: its password and its MFA devices. */
import type { Json, LiveContext, LiveValue } from '../../live/index.ts';
import { daysSince, itemsAt, jsonAt, Missing, textOf, whenKnown } from '../../live/index.ts';
import { reportRow } from './credential-report.ts';

const none = ['NoSuchEntity', 'NoSuchEntityException'];

export function loginProfile(user: string, context: LiveContext): LiveValue {
  const answer = context.answer('iam:GetLoginProfile', { UserName: user }, none);
  if (!(answer instanceof Missing))
    return whenKnown(answer, (json) => ({ AgeDays: daysSince(jsonAt(json, 'LoginProfile.CreateDate'), context.at) }));
  const enabled = fromReport(user, 'password_enabled', context);
  return enabled === undefined ? answer : enabled ? {} : undefined;
}

/**
 * The list of devices decides. Only when nobody may read it the credential report does, which is hours old and knows no kinds.
 */
export function mfaDevices(user: string, context: LiveContext): LiveValue {
  const answer = context.answer('iam:ListMFADevices', { UserName: user }, none);
  if (!(answer instanceof Missing))
    return itemsAt(answer, 'MFADevices').map((device: Json) => ({ Kind: kindOf(textOf(device, 'SerialNumber') ?? '') }));
  const active = fromReport(user, 'mfa_active', context);
  return active === undefined ? answer : active ? [{ Kind: new Missing('the credential report does not say of which kind it is') }] : [];
}

/** Devices that AWS keeps have ARNs that say what they are; one of hardware has the number on its back. */
function kindOf(serial: string): string {
  if (/:u2f\//.test(serial)) return 'fido';
  if (/:mfa\//.test(serial)) return 'virtual';
  return /:sms-mfa\//.test(serial) ? 'sms' : 'hardware';
}

function fromReport(user: string, column: string, context: LiveContext): boolean | undefined {
  const row = reportRow(user, context);
  const text = row instanceof Missing ? undefined : row?.get(column);
  return text === 'true' ? true : text === 'false' ? false : undefined;
}
