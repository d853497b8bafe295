/** The cookie of the session. Over https it has the prefix that keeps other hosts and paths from setting it. */

const SECONDS = 12 * 3_600;

export function cookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-kumomori' : 'kumomori';
}

export function sessionCookie(id: string, origin: string): string {
  return cookie(origin, id, SECONDS);
}

export function clearedCookie(origin: string): string {
  return cookie(origin, '', 0);
}

/** `Lax`, not `Strict`: a link in a mail opens the console signed in; what changes things is guarded by its origin. */
function cookie(origin: string, value: string, seconds: number): string {
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  return `${cookieName(origin)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}
