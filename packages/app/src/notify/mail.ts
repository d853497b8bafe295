/** Mail through SMTP (RFC 5321) with STARTTLS (RFC 3207) or TLS from the start (RFC 8314): plain text and HTML, threaded by subject. */
import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { rootCertificates } from 'node:tls';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { checkedAddresses, failureOf, GuardRefusal } from '../net/index.ts';
import type { ChannelTools } from './channel.ts';
import { defineChannel } from './channel.ts';
import { plainText } from './lines.ts';
import { mailHtml } from './mail-html.ts';
import type { Message } from './message.ts';
import type { Outcome } from './outcome.ts';
import { delivered, refused, retry } from './outcome.ts';

/** An address without a name: nothing in it can begin another header. */
const address = z.email().max(254);

const settings = z
  .strictObject({
    host: z.string().regex(/^[A-Za-z0-9.:-]{1,253}$/),
    port: z.int().min(1).max(65_535).default(587),
    /** `starttls` gives up where the server offers none; `none` only within networks that are trusted. */
    security: z.enum(['starttls', 'tls', 'none']).default('starttls'),
    user: z.string().min(1).optional(),
    password: z.string().min(1).optional(),
    from: address,
    fromName: z.string().max(100).default('kumomori'),
    to: z.array(address).min(1).max(100),
  })
  .refine(({ user, password }) => (user === undefined) === (password === undefined), 'user and password go together')
  .refine(({ security, user }) => security !== 'none' || user === undefined, 'a password is not sent without encryption');
type Settings = z.infer<typeof settings>;

export const mail = defineChannel<Settings>({
  name: 'mail',
  settings,
  secrets: ({ password }) => (password === undefined ? [] : [password]),
  async send({ message }, given, tools) {
    try {
      const [found] = await checkedAddresses(given.host, tools);
      return found ? await submit(message, given, { host: found.address, tools }) : retry('unresolved');
    } catch (cause) {
      return cause instanceof GuardRefusal ? refused('not-allowed', '', cause.reason) : outcomeOf(cause);
    }
  },
});

async function submit(
  message: Message,
  given: Settings,
  { host, tools }: { readonly host: string; readonly tools: ChannelTools },
): Promise<Outcome> {
  const { timeoutMs = 15_000, policy } = tools;
  const { security, user, password } = given;
  const transport = createTransport({
    // The address that was checked; the certificate is held against the name.
    host,
    port: given.port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: {
      minVersion: 'TLSv1.2',
      ...(isIP(given.host) === 0 ? { servername: given.host } : {}),
      ...(policy.ca ? { ca: [...rootCertificates, ...policy.ca] } : {}),
    },
    ...(user !== undefined && password !== undefined ? { auth: { user, pass: password } } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const stop = (): void => transport.close();
  tools.signal?.addEventListener('abort', stop, { once: true });
  try {
    const { rejected } = await transport.sendMail(mailOf(message, given, tools.now()));
    return delivered(messageId(message.id, given), { detail: rejected.length > 0 ? `refused: ${rejected.map(String).join(', ')}` : '' });
  } finally {
    tools.signal?.removeEventListener('abort', stop);
    transport.close();
  }
}

function mailOf(message: Message, given: Settings, now: Date): Parameters<ReturnType<typeof createTransport>['sendMail']>[0] {
  return {
    from: { name: given.fromName.replace(/[\p{Cc}"<>]/gu, ' '), address: given.from },
    to: given.to.map((each) => ({ name: '', address: each })),
    subject: message.title,
    text: plainText(message),
    html: mailHtml(message),
    date: now,
    messageId: messageId(message.id, given),
    // Mail programs show what has the same root as one conversation.
    references: [messageId(message.subject, given)],
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': message.language,
      'X-Kumomori-Event': message.kind,
    },
  };
}

/** Ids and subjects may hold anything; what stands in a header is a hash of them. */
function messageId(id: string, { from }: Settings): string {
  return `<${createHash('sha256').update(id).digest('hex').slice(0, 32)}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}

/** By the codes of nodemailer and of SMTP: 4xx passes (RFC 5321 §4.2.1), 5xx does not. Never by the text, which is only shown. */
function outcomeOf(cause: unknown): Outcome {
  if (!(cause instanceof Error)) return retry('interrupted');
  const code = 'code' in cause ? String(cause.code) : '';
  const status = 'responseCode' in cause ? Number(cause.responseCode) : Number.NaN;
  const detail = 'response' in cause && typeof cause.response === 'string' ? cause.response : '';
  if (status >= 400 && status < 500)
    return retry(status === 421 || status === 450 || status === 452 ? 'throttled' : 'server-error', detail);
  if (code === 'EAUTH' || code === 'ENOAUTH') return refused('unauthorized', detail);
  if (status >= 500) return refused(status === 530 || status === 535 ? 'unauthorized' : 'rejected', detail);
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return refused('rejected', detail);
  const failure = failureOf(cause);
  return retry(failure === 'too-large' ? 'interrupted' : failure);
}
