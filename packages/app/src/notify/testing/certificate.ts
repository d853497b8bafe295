import { execFileSync } from 'node:child_process';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

let made: Certificate | undefined;

/** A certificate of `mail.example.com` and `siem.example.com` that signs itself; made once in each process. */
export function testCertificate(): Certificate {
  const names = 'subjectAltName=DNS:mail.example.com,DNS:siem.example.com';
  const options = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', '/CN=mail.example.com'];
  made ??= split(
    execFileSync('openssl', ['req', '-x509', ...options, '-addext', names, '-keyout', '-', '-out', '-'], {
      encoding: 'utf8',
      stdio: 'pipe',
    }),
  );
  return made;
}

function split(text: string): Certificate {
  const at = text.indexOf('-----BEGIN CERTIFICATE-----');
  return { key: text.slice(0, at), cert: text.slice(at) };
}
