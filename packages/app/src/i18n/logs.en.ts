/** Objects of logs: what is wrong with them. */
export const logs = {
  missing: (path: string) => `no file or folder of logs at ${path}`,
  tooDeep: 'folders are nested too deep; this one was left out',
  link: 'a link; links below a folder of logs are not followed',
  atByte: (offset: number) => `at byte ${offset}`,
  faults: {
    corrupt: 'the compressed data is damaged; what stands before was read',
    truncated: 'the compressed data ends too early; what is there was read',
    'too-large': 'too large once inflated; nothing of it was read',
    bomb: 'inflates to far more than logs do; nothing of it was read',
    unreadable: 'cannot be read',
    binary: 'not text: nothing of it was read',
  },
  remote: {
    refused: 'access is refused',
    missing: 'it is not there',
    throttled: 'too many requests, also after waiting',
    interrupted: 'the connection broke again and again',
    'too-large': 'too large; nothing of it was read',
    changed: 'it was replaced while it was listed; the next run reads the new one',
    credentials: 'the credentials do not work',
    failed: 'the request failed',
    stopped: 'stopped',
  },
  lacking: (permission: string) => `needed: ${permission}`,
  badAddress: (text: string) =>
    `${text} is no address of logs; known are paths, s3://, gs://, azblob://, https://ACCOUNT.blob.core.windows.net/, sqs://, eventhub://, pubsub://`,
  needsFollow: (text: string) => `${text} is a queue: it is read with --follow`,
  notListed: (address: string, why: string) => `${address} cannot be listed: ${why}`,
  notFetched: (why: string) => `not fetched: ${why}`,
  badDay: (value: string) => `--since ${value} is no day such as 2026-11-20`,
  cli: {
    since: 'leave out objects delivered before this day (YYYY-MM-DD); older folders of dates are not even listed',
    endpointUrl: 'where cloud storage and queues answer, for emulators; no token is sent there',
    region: 'AWS region to begin with (default: AWS_REGION); buckets elsewhere are found',
  },
};
