/** What browsers answer for a passkey (WebAuthn level 3, `toJSON`). Only what is checked is kept. */
import { z } from 'zod';

const base64url = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]*$/u);
const common = {
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
};

export const passkeyAnswerSchema = z.object({
  ...common,
  response: z
    .object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url, userHandle: base64url.nullish() })
    .transform(({ userHandle, ...rest }) => (userHandle === null || userHandle === undefined ? rest : { ...rest, userHandle })),
});

export const passkeyRegistrationSchema = z.object({
  ...common,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))
      .max(10)
      .default([]),
  }),
});
