/** The root user of an account: its summary, the virtual devices, and the credential report for when it was used. */
import type { Json, LiveContext, LiveThing, LiveValue } from '../../live/index.ts';
import { daysSince, jsonAt, Missing, textOf } from '../../live/index.ts';
import { reportRow } from './credential-report.ts';

export function root(summary: Json, context: LiveContext): LiveThing {
  const { account, partition } = context;
  const has = (key: string): LiveValue => {
    const found = jsonAt(summary, key);
    return found === undefined ? new Missing(`the account summary does not say ${key}`) : Number(found) > 0;
  };
  return {
    type: 'aws.iam.root',
    id: `arn:${partition}:iam::${account}:root`,
    properties: {
      HasAccessKeys: has('AccountAccessKeysPresent'),
      HasMfa: has('AccountMFAEnabled'),
      // Older answers do not have it; every root user had a password then.
      HasPassword: jsonAt(summary, 'AccountPasswordPresent') === undefined ? true : has('AccountPasswordPresent'),
      HasVirtualMfa: hasVirtualDevice(context),
      UnusedDays: unusedDays(context),
    },
  };
}

/** A virtual device of the root user is in the list of those; one of hardware is in none. */
function hasVirtualDevice(context: LiveContext): LiveValue {
  const devices = context.list('iam:ListVirtualMFADevices', 'VirtualMFADevices');
  const isRoots = (device: Json | Missing): boolean =>
    !(device instanceof Missing) &&
    (textOf(device, 'User.Arn')?.endsWith(':root') === true ||
      textOf(device, 'SerialNumber')?.endsWith(':mfa/root-account-mfa-device') === true);
  return devices.some(isRoots) || (devices.find((device) => device instanceof Missing) ?? false);
}

/** Days since its password or a key of it was last used; undefined: never. */
function unusedDays(context: LiveContext): LiveValue {
  const row = reportRow('<root_account>', context);
  if (row instanceof Missing) return row;
  const times = ['password_last_used', 'access_key_1_last_used_date', 'access_key_2_last_used_date'].map((column) =>
    daysSince(row?.get(column), context.at),
  );
  const known = times.filter((days) => days !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
