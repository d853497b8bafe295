/** Records of CloudTrail, written short. */
import type { LogEvent } from '@kumomori/model';

export const ACCOUNT = '123456789012';
/** Thursday. */
export const MONTH_START = Date.UTC(2026, 9, 1);
export const DAY = 86_400_000;
export const HOUR = 3_600_000;

export interface Caller {
  readonly identity: Readonly<Record<string, unknown>>;
  readonly agent: string;
}

export interface Call {
  readonly caller: Caller;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly action: string;
  readonly address: string;
  readonly service?: string;
  readonly region?: string;
  readonly agent?: string;
  readonly request?: Readonly<Record<string, unknown>> | null;
  readonly response?: Readonly<Record<string, unknown>> | null;
  readonly bytes?: number;
  readonly error?: string;
  readonly readOnly?: boolean;
  readonly more?: Readonly<Record<string, unknown>>;
}

let made = 0;

export function trailEvent(call: Call): LogEvent {
  const { caller, time, action, address, service = 's3', region = 'ap-northeast-1', request = null, response = null } = call;
  const isRead = call.readOnly ?? /^(?:Get|List|Describe|Head|Decrypt|Lookup|AssumeRole|Batch)/.test(action);
  return {
    source: 'aws.cloudtrail',
    record: {
      ...{ eventVersion: '1.11', userIdentity: caller.identity, eventTime: `${new Date(time).toISOString().slice(0, 19)}Z` },
      ...{ eventSource: `${service}.amazonaws.com`, eventName: action, awsRegion: region, sourceIPAddress: address },
      ...{ userAgent: call.agent ?? caller.agent, requestParameters: request, responseElements: response, readOnly: isRead },
      ...(call.bytes === undefined ? {} : { additionalEventData: { bytesTransferredOut: call.bytes } }),
      ...(call.error === undefined ? {} : { errorCode: call.error, errorMessage: call.error }),
      ...{ eventID: `event-${String((made += 1)).padStart(8, '0')}`, recipientAccountId: ACCOUNT, eventType: 'AwsApiCall' },
      ...call.more,
    },
  };
}

export const MAC = 'aws-cli/2.17.20 md/awscrt#0.20.11 ua/2.0 os/macos#23.5.0 md/arch#arm64 lang/python#3.11.9';
export const BOTO = 'Boto3/1.34.144 md/Botocore#1.34.144 ua/2.0 os/linux#6.1.97 md/arch#x86_64 lang/python#3.12.4';
export const CHROME =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';

export function user(name: string, agent = MAC): Caller {
  const key = `AKIA${name.toUpperCase().padEnd(16, '0').slice(0, 16)}`;
  return {
    agent,
    identity: { type: 'IAMUser', arn: `arn:aws:iam::${ACCOUNT}:user/${name}`, accountId: ACCOUNT, userName: name, accessKeyId: key },
  };
}

export function session(role: string, name: string, agent = BOTO, credential = `ASIA${role}${name}`): Caller {
  const arn = `arn:aws:iam::${ACCOUNT}:role/${role}`;
  return {
    agent,
    identity: {
      ...{ type: 'AssumedRole', arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${role.split('/').at(-1)}/${name}`, accountId: ACCOUNT },
      ...{ accessKeyId: credential.slice(0, 40), sessionContext: { sessionIssuer: { type: 'Role', arn, accountId: ACCOUNT } } },
    },
  };
}

export function person(name: string, agent = CHROME): Caller {
  return session('aws-reserved/sso.amazonaws.com/AWSReservedSSO_Developer_0123456789abcdef', `${name}@example.com`, agent);
}

export function signIn(name: string, time: number, address: string, isSuccess: boolean): LogEvent {
  const call = { caller: user(name, CHROME), time, action: 'ConsoleLogin', service: 'signin', address, readOnly: false };
  const more = {
    eventType: 'AwsConsoleSignIn',
    responseElements: { ConsoleLogin: isSuccess ? 'Success' : 'Failure' },
    additionalEventData: { MFAUsed: 'Yes' },
  };
  return trailEvent({ ...call, more: isSuccess ? more : { ...more, errorMessage: 'Failed authentication' } });
}
