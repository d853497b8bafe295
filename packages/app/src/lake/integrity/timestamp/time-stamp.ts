/** Time stamps of RFC 3161: the question, the answer, and whether the answer is a stamp of what was asked. RFC 3161, RFC 5652 (signed data), RFC 5816. */
import { constants, createHash, verify, X509Certificate } from 'node:crypto';
import type { DerNode } from './der.ts';
import { childrenOf, der, derInteger, derNodes, derOid, oidOf, TAG } from './der.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const RSA_PSS = '1.2.840.113549.1.1.10';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
/** Source: RFC 5754. */
const DIGESTS: Readonly<Record<string, string>> = {
  [SHA256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const MAX_TOKEN = 1024 * 1024;
const MAX_CHAIN = 8;

export interface TimeStamp {
  /** ISO 8601 UTC, as the authority says. */
  readonly at: string;
  /** Of the certificate that signed. */
  readonly authority: string;
  /** Whether the certificate leads to one of those that are trusted; null: none were given. */
  readonly isTrusted: boolean | null;
}

/** `refused`: the authority says no · `unreadable` · `other-content`: a stamp of something else · `nonce`: an answer to another question · `signature`. */
export type StampFault = 'refused' | 'unreadable' | 'other-content' | 'nonce' | 'signature';

export interface StampChecks {
  /** What has to be stamped: SHA-256. */
  readonly digest: Buffer;
  /** Null: not asked for, as when a stored answer is read again. */
  readonly nonce: Buffer | null;
  /** PEM certificates; null: the signature is checked against the certificate that comes with it. */
  readonly trusted: readonly X509Certificate[] | null;
}

/** DER of a TimeStampReq that asks for the certificate too. */
export function stampRequest(digest: Buffer, nonce: Buffer): Buffer {
  const imprint = der(TAG.sequence, der(TAG.sequence, derOid(SHA256), der(TAG.null)), der(TAG.octets, digest));
  return der(TAG.sequence, derInteger(Buffer.from([1])), imprint, derInteger(nonce), der(TAG.boolean, Buffer.from([0xff])));
}

/** A TimeStampResp, checked. Never throws. */
export function readStamp(response: Buffer, checks: StampChecks): TimeStamp | StampFault {
  if (response.length > MAX_TOKEN) return 'unreadable';
  const [whole] = derNodes(response) ?? [];
  const [status, token] = childrenOf(whole);
  const [code] = childrenOf(status);
  if (code?.tag !== TAG.integer) return 'unreadable';
  // granted, granted with changes
  if (code.content.length !== 1 || (code.content[0] ?? 2) > 1) return 'refused';
  const [type, wrapped] = childrenOf(token);
  if (oidOf(type) !== SIGNED_DATA) return 'unreadable';
  const signed = childrenOf(childrenOf(wrapped)[0]);
  const [contentType, wrappedContent] = childrenOf(signed[2]);
  const content = childrenOf(wrappedContent)[0];
  if (oidOf(contentType) !== TST_INFO || content?.tag !== TAG.octets) return 'unreadable';
  const info = infoOf(content.content);
  if (info === null) return 'unreadable';
  if (info.hash !== SHA256 || !info.digest.equals(checks.digest)) return 'other-content';
  if (checks.nonce !== null && !(info.nonce !== null && derInteger(checks.nonce).equals(info.nonce))) return 'nonce';
  const signer = signerOf(signed, content.content);
  return signer === null
    ? 'signature'
    : { at: info.at, authority: subjectOf(signer.certificate), isTrusted: trustOf(signer, info.at, checks.trusted) };
}

interface StampInfo {
  readonly hash: string | null;
  readonly digest: Buffer;
  readonly at: string;
  /** DER of the integer. */
  readonly nonce: Buffer | null;
}

function infoOf(bytes: Buffer): StampInfo | null {
  const [info] = derNodes(bytes) ?? [];
  const [version, , imprint, , time, ...rest] = childrenOf(info);
  const [algorithm, digest] = childrenOf(imprint);
  const at = time?.tag === TAG.time ? timeOf(time.content.toString('latin1')) : null;
  if (version?.tag !== TAG.integer || digest?.tag !== TAG.octets || at === null) return null;
  const nonce = rest.find(({ tag }) => tag === TAG.integer);
  return { hash: oidOf(childrenOf(algorithm)[0]), digest: digest.content, at, nonce: nonce?.whole ?? null };
}

/** `20261122120000.5Z` */
function timeOf(text: string): string | null {
  const [, year, month, day, hour, minute, second, part = ''] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(text) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${part}Z`);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

interface Signer {
  readonly certificate: X509Certificate;
  readonly others: readonly X509Certificate[];
}

/** The certificate whose key signed this content; null where none of those that came did. */
function signerOf(signed: readonly DerNode[], content: Buffer): Signer | null {
  const certificates = childrenOf(signed.find(({ tag }) => tag === 0xa0)).flatMap(({ whole }) => certificateOf(whole) ?? []);
  const [signerInfo] = childrenOf(signed.findLast(({ tag }) => tag === TAG.set));
  const parts = childrenOf(signerInfo);
  const at = parts.findIndex(({ tag }) => tag === 0xa0 && parts.length > 4);
  // The first [0] may be the key id of the signer; its attributes come after the digest algorithm.
  const attributesAt = at === 1 ? parts.findIndex(({ tag }, index) => index > 1 && tag === 0xa0) : at;
  const [digestAlgorithm, attributes, algorithm, signature] = parts.slice(attributesAt - 1, attributesAt + 3);
  const digest = DIGESTS[oidOf(childrenOf(digestAlgorithm)[0]) ?? ''];
  if (attributesAt < 2 || !attributes || digest === undefined || signature?.tag !== TAG.octets) return null;
  if (!saysContent(attributes, createHash(digest).update(content).digest())) return null;
  // Signed is the set itself, not its place in the structure (RFC 5652, 5.4).
  const data = Buffer.from(attributes.whole);
  data[0] = TAG.set;
  const isPss = oidOf(childrenOf(algorithm)[0]) === RSA_PSS;
  const certificate = certificates.find((each) => isSignedBy(each, { data, digest, signature: signature.content, isPss }));
  return certificate ? { certificate, others: certificates.filter((each) => each !== certificate) } : null;
}

function isSignedBy(
  certificate: X509Certificate,
  {
    data,
    digest,
    signature,
    isPss,
  }: { readonly data: Buffer; readonly digest: string; readonly signature: Buffer; readonly isPss: boolean },
): boolean {
  const pss = isPss ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO } : {};
  try {
    const key = certificate.publicKey;
    const isEdwards = key.asymmetricKeyType === 'ed25519' || key.asymmetricKeyType === 'ed448';
    return verify(isEdwards ? null : digest, data, { key, ...pss }, signature);
  } catch {
    // A key of another kind than the signature, or none.
    return false;
  }
}

function saysContent(attributes: DerNode, digest: Buffer): boolean {
  const values = new Map(
    childrenOf(attributes).map((each) => {
      const [type, set] = childrenOf(each);
      return [oidOf(type), childrenOf(set)[0]] as const;
    }),
  );
  return oidOf(values.get(CONTENT_TYPE)) === TST_INFO && values.get(MESSAGE_DIGEST)?.content.equals(digest) === true;
}

function certificateOf(bytes: Buffer): X509Certificate | null {
  try {
    return new X509Certificate(bytes);
  } catch {
    return null;
  }
}

function subjectOf({ subject, fingerprint256 }: X509Certificate): string {
  return /^CN=(.+)$/m.exec(subject)?.[1] ?? fingerprint256;
}

/** The way from the signer to a trusted certificate, each valid at the time and, but for the signer, one that may sign others. */
function trustOf({ certificate, others }: Signer, at: string, trusted: readonly X509Certificate[] | null): boolean | null {
  if (trusted === null) return null;
  if (!(certificate.keyUsage ?? []).includes(TIME_STAMPING)) return false;
  const time = Date.parse(at);
  let current = certificate;
  for (let depth = 0; depth < MAX_CHAIN; depth++) {
    if (time < Date.parse(current.validFrom) || time > Date.parse(current.validTo)) return false;
    const child = current;
    if (trusted.some((each) => each.fingerprint256 === child.fingerprint256)) return true;
    const issuer = [...trusted, ...others].find((each) => each.ca && isIssuedBy(child, each));
    if (!issuer || issuer.fingerprint256 === child.fingerprint256) return false;
    current = issuer;
  }
  return false;
}

function isIssuedBy(child: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return child.checkIssued(issuer) && child.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

/** Certificates of a PEM file; null where there are none. */
export function certificatesIn(text: string): readonly X509Certificate[] | null {
  const found = [...text.matchAll(/-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g)].map(([pem]) =>
    certificateOf(Buffer.from(pem)),
  );
  return found.length === 0 || found.includes(null) ? null : found.filter((each) => each !== null);
}
