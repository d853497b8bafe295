/** The UTF-8 text that base64 (RFC 4648 §4, also with the URL alphabet of §5) stands for; null where it is none. */
export function base64Text(encoded: string): string | null {
  try {
    const bytes = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
    return new TextDecoder().decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
  } catch {
    // `atob` knows no other way to say that it is no base64.
    return null;
  }
}
