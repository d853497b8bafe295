/**
 * SIEMs over HTTP: the HTTP Event Collector of Splunk, which others understand as well (help.splunk.com, Format events for HTTP Event
 * Collector, read 2026-11-22), and lines of JSON for any receiver.
 */
import type { ChannelTools } from '../channel.ts';
import { ask } from '../ask.ts';
import type { Outcome } from '../outcome.ts';
import { delivered, withoutSecrets } from '../outcome.ts';
import type { SiemEntry } from './entry.ts';

export interface HecSettings {
  /** `https://splunk.example.com:8088`, without a path. */
  readonly url: string;
  readonly token: string;
  readonly index?: string;
  /** As others know this machine. */
  readonly host?: string;
}

/** Splunk refuses more than about 1 MB at once by default (`max_content_length` of old versions). */
const MOST_BYTES = 800_000;

/** Batches of events, one request after the other; the first failure ends it. Entries sent before it may come twice when all are sent again. */
export async function sendHec(
  entries: readonly SiemEntry[],
  { url, token, index, host }: HecSettings,
  tools: ChannelTools,
): Promise<Outcome> {
  const lines = entries.map(({ time, kind, severity, message, data }) =>
    JSON.stringify({
      time: Date.parse(time) / 1000,
      ...(host === undefined ? {} : { host }),
      source: 'kumomori',
      sourcetype: `kumomori:${kind}`,
      ...(index === undefined ? {} : { index }),
      event: { message, severity, data },
    }),
  );
  const request = {
    url: `${url.replace(/\/+$/, '')}/services/collector/event`,
    headers: { authorization: `Splunk ${token}`, 'content-type': 'application/json' },
  };
  return withoutSecrets(await inBatches(lines, request, tools), [token]);
}

export interface JsonLinesSettings {
  readonly url: string;
  /** With credentials, as the receiver wants them. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One JSON object a line: time, kind, severity, message, data. */
export async function sendJsonLines(
  entries: readonly SiemEntry[],
  { url, headers = {} }: JsonLinesSettings,
  tools: ChannelTools,
): Promise<Outcome> {
  const lines = entries.map((entry) => JSON.stringify(entry));
  const outcome = await inBatches(lines, { url, headers: { ...headers, 'content-type': 'application/x-ndjson' } }, tools);
  return withoutSecrets(outcome, [url, ...Object.values(headers)]);
}

interface To {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function inBatches(lines: readonly string[], to: To, tools: ChannelTools): Promise<Outcome> {
  let batch: string[] = [];
  let bytes = 0;
  const send = async (): Promise<Outcome> => {
    const answer = await ask({ ...to, method: 'POST', body: `${batch.join('\n')}\n` }, tools);
    batch = [];
    bytes = 0;
    return answer.kind === 'answered' ? delivered() : answer;
  };
  for (const line of lines) {
    const size = Buffer.byteLength(line) + 1;
    if (batch.length > 0 && bytes + size > MOST_BYTES) {
      const outcome = await send();
      if (outcome.kind !== 'delivered') return outcome;
    }
    batch.push(line);
    bytes += size;
  }
  return batch.length === 0 ? delivered() : send();
}
