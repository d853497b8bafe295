/** The cookie of the session. Over https it has the prefix that keeps other hosts and paths from setting it. */

const SECONDS = 12 * 3_600;

export function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-kumomori' : 'kumomori';
}

export function sessionCookie(id: string, origin: string): string {
  return cookie(origin, id, { seconds: SECONDS });
}

export function clearedCookie(origin: string): string {
  return cookie(origin, '', { seconds: 0 });
}

/** `Lax`, not `Strict`: a link in a mail opens the console signed in; what changes things is guarded by its origin. */
function cookie(
  origin: string,
  value: string,
  { seconds, name = cookieName(origin) }: { readonly seconds: number; readonly name?: string },
): string {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}

const PASSING_SECONDS = 600;

/** For what was begun here and comes back from elsewhere: `oidc`. */
export function passingCookieName(origin: string, name: string): string {
  return `${cookieName(origin)}-${name}`;
}

/** Ten minutes; an empty value clears it. */
export function passingCookie(origin: string, name: string, value: string): string {
  return cookie(origin, value, { seconds: value === '' ? 0 : PASSING_SECONDS, name: passingCookieName(origin, name) });
}
