/**
 * Syslog: RFC 5424 messages over UDP (RFC 5426), TCP with octet counting (RFC 6587 §3.4.1) or TLS (RFC 5425). The message is JSON, so no
 * byte order mark stands before it; there is no structured data, because that needs an enterprise number.
 */
import { createSocket } from 'node:dgram';
import { connect, isIP } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls, rootCertificates } from 'node:tls';
import type { Severity } from '@kumomori/model';
import { checkedAddresses, failureOf, GuardRefusal } from '../../net/index.ts';
import type { ResolvedAddress } from '../../net/index.ts';
import type { ChannelTools } from '../channel.ts';
import { cut } from '../message.ts';
import type { Outcome } from '../outcome.ts';
import { delivered, refused, retry } from '../outcome.ts';
import type { SiemEntry } from './entry.ts';

export interface SyslogSettings {
  readonly host: string;
  /** 6514 for TLS, 514 for the others by convention. */
  readonly port: number;
  readonly transport: 'udp' | 'tcp' | 'tls';
  /** As others know this machine; `-` when left out. */
  readonly hostname?: string;
  /** 0 to 23 (RFC 5424 §6.2.1); 16, local use 0, when left out. */
  readonly facility?: number;
}

const LEVELS: Readonly<Record<Severity, number>> = { critical: 2, high: 3, medium: 4, low: 5, info: 6 };
const NOTICE = 5;
/** What receivers of UDP should take (RFC 5424 §6.1). */
const MOST_OF_DATAGRAM = 2048;

/** `<131>1 2026-11-22T03:20:00.000Z console kumomori - finding - {"message":…}` */
export function syslogLine(
  entry: SiemEntry,
  { hostname = '-', facility = 16 }: Pick<SyslogSettings, 'hostname' | 'facility'> = {},
): string {
  const level = entry.severity === null ? NOTICE : LEVELS[entry.severity];
  const word = (text: string, most: number): string => text.replace(/[^\x21-\x7e]/g, '').slice(0, most) || '-';
  const body = JSON.stringify({ message: entry.message, severity: entry.severity, data: entry.data });
  return `<${facility * 8 + level}>1 ${new Date(entry.time).toISOString()} ${word(hostname, 255)} kumomori - ${word(entry.kind, 32)} - ${body}`;
}

/** All entries over one connection. UDP tells of no loss; entries that are too long for it go without their data. Never throws. */
export async function sendSyslog(entries: readonly SiemEntry[], settings: SyslogSettings, tools: ChannelTools): Promise<Outcome> {
  if (entries.length === 0) return delivered();
  try {
    const [address] = await checkedAddresses(settings.host, tools);
    if (!address) return retry('unresolved');
    await (settings.transport === 'udp' ? datagrams : stream)(entries, settings, { address, tools });
    return delivered();
  } catch (cause) {
    if (cause instanceof GuardRefusal) return refused('not-allowed', '', cause.reason);
    const reason = failureOf(cause);
    return retry(reason === 'too-large' ? 'interrupted' : reason);
  }
}

interface Where {
  readonly address: ResolvedAddress;
  readonly tools: ChannelTools;
}

async function datagrams(entries: readonly SiemEntry[], settings: SyslogSettings, { address: { address, family } }: Where): Promise<void> {
  const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
  const send = (line: string): Promise<void> =>
    new Promise((resolve, reject) => socket.send(line, settings.port, address, (error) => (error ? reject(error) : resolve())));
  try {
    for (const entry of entries) await send(shortLine(entry, settings));
  } finally {
    socket.close();
  }
}

function shortLine(entry: SiemEntry, settings: SyslogSettings): string {
  const whole = syslogLine(entry, settings);
  return Buffer.byteLength(whole) <= MOST_OF_DATAGRAM
    ? whole
    : syslogLine({ ...entry, message: cut(entry.message, 500), data: null }, settings);
}

async function stream(entries: readonly SiemEntry[], settings: SyslogSettings, where: Where): Promise<void> {
  const socket = open(settings, where);
  const { timeoutMs = 15_000, signal } = where.tools;
  const stop = (): unknown => socket.destroy(Object.assign(new Error('stopped'), { code: 'ETIMEDOUT' }));
  socket.setTimeout(timeoutMs, stop);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', (hadError) => {
        if (!hadError) resolve();
      });
      // Nothing is expected back; what comes is read and forgotten, so that the end of the connection is seen.
      socket.resume();
      write(entries, settings, socket).catch(reject);
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    socket.destroy();
  }
}

function open(settings: SyslogSettings, { address: { address }, tools: { policy } }: Where): Socket {
  if (settings.transport === 'tcp') return connect({ host: address, port: settings.port });
  return connectTls({
    host: address,
    port: settings.port,
    minVersion: 'TLSv1.2',
    ...(isIP(settings.host) === 0 ? { servername: settings.host } : {}),
    ...(policy.ca ? { ca: [...rootCertificates, ...policy.ca] } : {}),
  });
}

/** Each with the number of its octets before it. Waits where the receiver is slower. */
async function write(entries: readonly SiemEntry[], settings: SyslogSettings, socket: Socket): Promise<void> {
  for (const entry of entries) {
    const line = syslogLine(entry, settings);
    const goesOn = socket.write(`${Buffer.byteLength(line)} ${line}`);
    if (!goesOn && !socket.destroyed) await new Promise<void>((resolve) => socket.once('drain', resolve).once('close', () => resolve()));
  }
  socket.end();
}
