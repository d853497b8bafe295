/**
 * What every answer says to the browser. Compared 2026-11-22 with a stored version of the OWASP HTTP Headers Cheat Sheet: sniffing, frames and
 * opener as there; referrers and embedding are limited to the same origin, which is narrower; HSTS lasts one year for this host instead of
 * two with all below it, because other names of the domain are not ours. The content policy and the permissions are our own choice.
 */

/** Scripts and styles come from files of our own only: an injected tag does nothing. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function securityHeaders(origin: string): readonly (readonly [string, string])[] {
  return [
    ['content-security-policy', POLICY],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), publickey-credentials-get=(self)'],
    ...(origin.startsWith('https:') ? ([['strict-transport-security', 'max-age=31536000']] as const) : []),
  ];
}
