/** Ways to tell people. What opens them is written and never read: encrypted here, or a variable of the server's environment. */
import { z } from 'zod';
import { isRecord } from '@kumomori/model';
import type { ChannelName } from '../../notify/index.ts';
import { channels } from '../../notify/index.ts';
import type { StoreTransaction } from '../../store/index.ts';
import type { Asking, Team } from '../context.ts';
import { change } from '../context.ts';
import { TeamError } from '../errors.ts';
import { ruleId, timeZone } from './pieces.ts';
import { openSecret, sealSecret } from './secrets.ts';
import { keepSetting } from './settings.ts';

const KEY = 'channels';
const PURPOSE = 'setting:channels';

/** What is never shown again, by the kind of the channel. */
const SECRET: Readonly<Record<ChannelName, readonly string[]>> = {
  mail: ['password'],
  slack: ['url', 'token'],
  teams: ['url'],
  webhook: ['secrets', 'headers'],
  sns: [],
  pagerduty: ['routingKey'],
  jira: ['token'],
  backlog: ['apiKey'],
};
/** Others would let who may write settings send away whatever the server's environment holds. */
const VARIABLE = /^env:(KUMOMORI_CHANNEL_[A-Z0-9_]{1,100})$/;
/** In place of a secret: it is kept. */
const KEPT = { kept: true } as const;

export const channelSchema = z.strictObject({
  id: ruleId,
  kind: z.enum(['mail', 'slack', 'teams', 'webhook', 'sns', 'pagerduty', 'jira', 'backlog']),
  language: z.enum(['en', 'ja']),
  timeZone: timeZone,
  /** Of mail: to the department a message is about (its manager in escalations), where it has an address. */
  toDepartment: z.boolean(),
  enabled: z.boolean(),
  settings: z.record(z.string().max(100), z.unknown()),
});

/** Secrets are `{ kept: true }` where they are shown, and may be sent back as that. */
export type ChannelSetting = z.infer<typeof channelSchema>;

/** With their secrets as they are kept. For who sends. */
export async function channelsIn(tx: StoreTransaction): Promise<readonly ChannelSetting[]> {
  const row = await tx.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst();
  const parsed = z.array(channelSchema).safeParse(row?.value ?? []);
  return parsed.success ? parsed.data : [];
}

export async function listChannels({ store }: Team, { actor }: Asking): Promise<readonly ChannelSetting[]> {
  return (await store.as(actor, channelsIn)).map((channel) => mapSecrets(channel, (value) => (isSealed(value) ? KEPT : value)));
}

/** New, or in place of the one of that id. Fails with `invalid` when the channel could send nothing that way. */
export async function saveChannel(team: Team, asking: Asking, given: ChannelSetting): Promise<void> {
  await change(team, asking, async (tx, at) => {
    const all = await channelsIn(tx);
    const before = all.find(({ id }) => id === given.id);
    const kept = mapSecrets(given, (value, name) => {
      if (isKept(value)) return before?.kind === given.kind ? before.settings[name] : undefined;
      return isVariable(value) ? value : { sealed: sealSecret(team.secretKey, PURPOSE, JSON.stringify(value)) };
    });
    const opened = openChannel(kept, team.secretKey);
    const problems = typeof opened === 'string' ? [opened] : channels[given.kind].problems(opened);
    const fields = problems.map((message) => ({ path: 'settings', message }));
    if (fields.length > 0) throw new TeamError('invalid', 'the channel could send nothing', { reason: 'channel-settings', fields });
    const value = [...all.filter(({ id }) => id !== given.id), kept].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    await keepSetting(tx, { key: KEY, value, at, by: asking.actor.name });
    return {
      result: undefined,
      audit: { action: 'channel.save', object: `channel:${given.id}`, detail: { kind: given.kind, enabled: given.enabled } },
    };
  });
  team.publish({ kind: 'setting', id: KEY });
}

export async function removeChannel(team: Team, asking: Asking, id: string): Promise<void> {
  await change(team, asking, async (tx, at) => {
    const all = await channelsIn(tx);
    const value = all.filter((each) => each.id !== id);
    if (value.length === all.length) throw new TeamError('not-found', 'no such channel');
    await keepSetting(tx, { key: KEY, value, at, by: asking.actor.name });
    return { result: undefined, audit: { action: 'channel.remove', object: `channel:${id}` } };
  });
  team.publish({ kind: 'setting', id: KEY });
}

/** The settings as the channel takes them; a sentence when a secret cannot be had. */
export function openChannel(channel: ChannelSetting, secretKey: Uint8Array): Readonly<Record<string, unknown>> | string {
  let problem: string | null = null;
  const opened = mapSecrets(channel, (value, name) => {
    if (isSealed(value)) {
      const plain = openSecret(secretKey, PURPOSE, value.sealed);
      if (plain !== null) return JSON.parse(plain);
      problem ??= `${name}: was encrypted with another key, enter it again`;
      return undefined;
    }
    const variable = isVariable(value) ? VARIABLE.exec(value)?.[1] : undefined;
    if (variable === undefined) return value;
    const text = process.env[variable];
    if (text === undefined) problem ??= `${name}: ${variable} is not set in the environment of the server`;
    return text;
  });
  return problem ?? opened.settings;
}

function mapSecrets(channel: ChannelSetting, map: (value: unknown, name: string) => unknown): ChannelSetting {
  const names = SECRET[channel.kind];
  const entries = Object.entries(channel.settings).map(([name, value]) => [name, names.includes(name) ? map(value, name) : value] as const);
  return { ...channel, settings: Object.fromEntries(entries.filter(([, value]) => value !== undefined)) };
}

function isSealed(value: unknown): value is { readonly sealed: string } {
  return isRecord(value) && typeof value['sealed'] === 'string';
}

function isKept(value: unknown): boolean {
  return isRecord(value) && value['kept'] === true;
}

function isVariable(value: unknown): value is string {
  return typeof value === 'string' && VARIABLE.test(value);
}
