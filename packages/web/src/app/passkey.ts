/** Passkeys of the browser: what the server sends and takes is JSON (WebAuthn level 3). */

export function hasPasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
}

/** Null when the person stopped it, or the browser has none. */
export async function askPasskey<Answer>(options: unknown): Promise<Answer | null> {
  // The server made them with the structure the browser expects.
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  return answerOf<Answer>(() => navigator.credentials.get({ publicKey }));
}

export async function makePasskey<Answer>(options: unknown): Promise<Answer | null> {
  // As above.
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
  return answerOf<Answer>(() => navigator.credentials.create({ publicKey }));
}

async function answerOf<Answer>(ask: () => Promise<Credential | null>): Promise<Answer | null> {
  try {
    const credential = await ask();
    // The server checks its shape.
    return credential instanceof PublicKeyCredential ? (credential.toJSON() as Answer) : null;
  } catch {
    return null;
  }
}
