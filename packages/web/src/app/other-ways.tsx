/** Signing in without a password: a passkey, or the identity provider where there is one. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { call } from '../api/index.ts';
import { urlOf, useApi, useApiAction } from '../api/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/index.ts';
import { askPasskey, hasPasskeys } from './passkey.ts';

type PasskeyAnswer = Parameters<typeof call<'signInByPasskey'>>[1]['body']['response'];

export function OtherWays(): ReactNode {
  const { gate } = useTexts().access;
  const ways = useApi('getSignInWays', {});
  const begin = useApiAction('beginPasskeySignIn');
  const end = useApiAction('signInByPasskey');
  const client = useQueryClient();
  const [isRefused, setRefused] = useState(false);
  const [reason] = useState(() => /^#sign-in=([a-z-]+)$/u.exec(location.hash)?.[1] ?? null);
  const label = ways.data?.sso?.label;
  const passkey = async (): Promise<void> => {
    setRefused(false);
    const { id, options } = await begin.mutateAsync({});
    const response = await askPasskey<PasskeyAnswer>(options);
    if (response === null) return setRefused(true);
    await end.mutateAsync({ body: { id, response } });
    await client.resetQueries();
  };
  const problem =
    (begin.error ?? end.error)?.message ?? (isRefused ? gate.passkeyFailed : reason === null ? null : (gate.reasons[reason] ?? reason));
  return (
    <>
      {label === undefined ? null : (
        <a className="button" href={urlOf('beginSso', {})}>
          {gate.sso(label)}
        </a>
      )}
      {hasPasskeys() ? (
        // Refusals are shown below.
        <Button disabled={begin.isPending || end.isPending} onClick={() => void passkey().catch(() => undefined)}>
          {gate.passkey}
        </Button>
      ) : null}
      {problem === null ? null : (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
