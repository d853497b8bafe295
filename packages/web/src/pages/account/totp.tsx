/** The authenticator app and the recovery codes. */
import type { FormEvent, ReactNode } from 'react';
import { useApi, useApiAction } from '../../api/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge, Button, Field, Shown, textOf } from '../../ui/index.ts';
import { Codes, Problem, Section } from './pieces.tsx';

export function TotpSection(): ReactNode {
  const { account } = useTexts().access;
  const query = useApi('getAccount', {});
  const begin = useApiAction('beginTotp');
  const confirm = useApiAction('confirmTotp', ['getAccount']);
  const renew = useApiAction('renewRecoveryCodes', ['getAccount']);
  const remove = useApiAction('removeTotp', ['getAccount']);
  const codeOf = (event: FormEvent<HTMLFormElement>): string => {
    event.preventDefault();
    return textOf(new FormData(event.currentTarget), 'code');
  };
  const codes = renew.data?.recoveryCodes ?? confirm.data?.recoveryCodes;
  return (
    <Section title={account.totp}>
      <Shown query={query}>
        {({ totp, recoveryCodes }) => (
          <>
            <p className="soft">{totp ? account.totpOn : account.totpOff}</p>
            {codes === undefined || !totp ? null : <Codes about={account.recoveryAbout} codes={codes} />}
            {totp ? (
              <>
                <div className="row">
                  <span>{account.recovery}</span>
                  <Badge>{account.recoveryLeft(recoveryCodes)}</Badge>
                  <Button onClick={() => renew.mutate({})}>{account.recoveryRenew}</Button>
                </div>
                <form className="stack" onSubmit={(event) => remove.mutate({ body: { code: codeOf(event) } })}>
                  <CodeField />
                  <div>
                    <Button type="submit" tone="danger">
                      {account.totpRemove}
                    </Button>
                  </div>
                </form>
              </>
            ) : begin.data ? (
              <form
                className="stack"
                onSubmit={(event) => confirm.mutate({ body: { id: begin.data.id, code: codeOf(event) } }, { onError: () => begin.reset() })}
              >
                <Codes about={account.totpSecret} codes={[begin.data.secret]} />
                <a href={begin.data.uri}>{account.totpLink}</a>
                <CodeField />
                <div>
                  <Button type="submit" tone="primary">
                    {account.confirm}
                  </Button>
                </div>
              </form>
            ) : (
              <div>
                <Button onClick={() => begin.mutate({})}>{account.totpAdd}</Button>
              </div>
            )}
          </>
        )}
      </Shown>
      <Problem error={begin.error ?? confirm.error ?? renew.error ?? remove.error} />
    </Section>
  );
}

function CodeField(): ReactNode {
  const { account } = useTexts().access;
  return (
    <Field label={account.code}>
      <input name="code" inputMode="text" autoComplete="one-time-code" required maxLength={40} />
    </Field>
  );
}
