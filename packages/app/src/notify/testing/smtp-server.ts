/** A server of SMTP for tests: RFC 5321 with STARTTLS and AUTH PLAIN, as much as a client that submits one mail needs. */
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { createSecureContext, createServer as createTlsServer, TLSSocket } from 'node:tls';
import type { Certificate } from './certificate.ts';

export interface SmtpOptions {
  readonly certificate?: Certificate;
  /** TLS from the first byte. */
  readonly isImplicit?: boolean;
  readonly offersStartTls?: boolean;
  readonly password?: string;
  /** What is said to RCPT and at the end of DATA. */
  readonly toRecipient?: (address: string) => string;
  readonly toData?: string;
}

export interface ReceivedMail {
  readonly isEncrypted: boolean;
  readonly user: string | null;
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

export interface SmtpServer {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  stop(): void;
}

export async function startSmtpServer(options: SmtpOptions = {}): Promise<SmtpServer> {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const accept = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    talk(socket, { options, mails });
  };
  const server = options.isImplicit && options.certificate ? createTlsServer(options.certificate, accept) : createServer(accept);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A TCP server has an address of this form.
  const { port } = server.address() as AddressInfo;
  return {
    port,
    mails,
    stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

interface Session {
  readonly options: SmtpOptions;
  readonly mails: ReceivedMail[];
}

function talk(first: Socket, { options, mails }: Session): void {
  let socket = first;
  let buffer = '';
  let mail = { user: null as string | null, from: '', to: [] as string[] };
  let isData = false;
  const say = (line: string): unknown => socket.write(`${line}\r\n`);
  const isEncrypted = (): boolean => socket instanceof TLSSocket;

  const command = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') {
      const extensions = [
        'localhost',
        ...(options.offersStartTls && !isEncrypted() ? ['STARTTLS'] : []),
        ...(options.password !== undefined ? ['AUTH PLAIN'] : []),
        'SMTPUTF8',
      ];
      for (const [index, text] of extensions.entries()) say(`250${index === extensions.length - 1 ? ' ' : '-'}${text}`);
    } else if (verb === 'STAR' && options.certificate) {
      say('220 go ahead');
      const plain = socket;
      plain.removeAllListeners('data');
      socket = new TLSSocket(plain, { isServer: true, secureContext: createSecureContext(options.certificate) });
      socket.on('error', () => undefined);
      listen();
    } else if (verb === 'AUTH') {
      const [, user = '', password = ''] = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        .toString()
        .split('\0');
      mail = { ...mail, user };
      // As careless servers do: the secret in the refusal.
      say(password === options.password ? '235 welcome' : `535 5.7.8 wrong password ${password}`);
    } else if (verb === 'MAIL') {
      mail = { ...mail, from: /<(.*?)>/.exec(line)?.[1] ?? '' };
      say('250 fine');
    } else if (verb === 'RCPT') {
      const address = /<(.*?)>/.exec(line)?.[1] ?? '';
      const answer = options.toRecipient?.(address) ?? '250 fine';
      if (answer.startsWith('2')) mail.to.push(address);
      say(answer);
    } else if (verb === 'DATA') {
      isData = true;
      say('354 go on');
    } else if (verb === 'QUIT') {
      say('221 bye');
      socket.end();
    } else say(verb === 'STAR' ? '502 5.5.1 not known' : '250 fine');
  };

  const listen = (): void => {
    socket.on('data', (bytes: Buffer) => {
      buffer += bytes.toString('latin1');
      for (;;) {
        const end = buffer.indexOf(isData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const text = buffer.slice(0, end);
        buffer = buffer.slice(end + (isData ? 5 : 2));
        if (!isData) command(text);
        else {
          isData = false;
          const answer = options.toData ?? '250 kept';
          if (answer.startsWith('2')) mails.push({ ...mail, isEncrypted: isEncrypted(), text: text.replaceAll('\r\n..', '\r\n.') });
          say(answer);
        }
      }
    });
  };
  listen();
  say('220 localhost ready');
}
