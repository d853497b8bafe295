/** One's own account: password, second factor, passkeys, tokens, sessions. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useApi, useApiAction } from '../../api/index.ts';
import type { call } from '../../api/index.ts';
import { hasPasskeys, makePasskey } from '../../app/passkey.ts';
import { useUser } from '../../app/session.tsx';
import { useTexts } from '../../i18n/index.ts';
import { Badge, Button, Field, Page, Shown, textOf } from '../../ui/index.ts';
import { Codes, Problem, Section, timeOf } from './pieces.tsx';
import { TotpSection } from './totp.tsx';

type Registration = Parameters<typeof call<'addPasskey'>>[1]['body']['response'];

export function AccountPage(): ReactNode {
  const { access } = useTexts();
  return (
    <Page title={access.account.title} aside={<span className="soft">{useUser().email}</span>}>
      <div className="stack">
        <PasswordSection />
        <TotpSection />
        <PasskeySection />
        <TokenSection />
        <SessionSection />
      </div>
    </Page>
  );
}

function PasswordSection(): ReactNode {
  const { account } = useTexts().access;
  const action = useApiAction('changePassword', ['listSessions']);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    action.mutate({ body: { current: textOf(data, 'current'), next: textOf(data, 'next') } }, { onSuccess: () => form.reset() });
  };
  return (
    <Section title={account.password}>
      <form className="stack" onSubmit={send}>
        <Field label={account.current}>
          <input name="current" type="password" autoComplete="current-password" required />
        </Field>
        <Field label={account.next}>
          <input name="next" type="password" autoComplete="new-password" minLength={12} required />
        </Field>
        <Problem error={action.error} />
        {action.isSuccess ? <p role="status">{account.changed}</p> : null}
        <div>
          <Button type="submit" disabled={action.isPending}>
            {account.change}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function PasskeySection(): ReactNode {
  const { account, gate } = useTexts().access;
  const { shell } = useTexts();
  const query = useApi('getAccount', {});
  const begin = useApiAction('beginPasskey');
  const add = useApiAction('addPasskey', ['getAccount']);
  const remove = useApiAction('removePasskey', ['getAccount']);
  const [isRefused, setRefused] = useState(false);
  const make = async (name: string): Promise<void> => {
    setRefused(false);
    const { id, options } = await begin.mutateAsync({});
    const response = await makePasskey<Registration>(options);
    if (response === null) return setRefused(true);
    await add.mutateAsync({ body: { id, name, response } });
  };
  return (
    <Section title={account.passkeys} about={account.passkeysAbout}>
      <Shown query={query}>
        {({ passkeys }) => (
          <ul className="stack">
            {passkeys.map(({ id, name, lastUsedAt }) => (
              <li key={id} className="row">
                <strong>{name}</strong>
                <span className="soft">
                  {account.lastUsed}: {lastUsedAt === null ? account.never : timeOf(lastUsedAt)}
                </span>
                <Button tone="danger" onClick={() => remove.mutate({ params: { id } })}>
                  {shell.remove}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      {hasPasskeys() ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            // Refusals are shown below.
            void make(textOf(new FormData(event.currentTarget), 'name')).catch(() => undefined);
          }}
        >
          <Field label={account.passkeyName}>
            <input name="name" required maxLength={100} />
          </Field>
          <div>
            <Button type="submit" disabled={begin.isPending || add.isPending}>
              {account.passkeyAdd}
            </Button>
          </div>
        </form>
      ) : null}
      {isRefused ? <p className="problem">{gate.passkeyFailed}</p> : null}
      <Problem error={begin.error ?? add.error ?? remove.error} />
    </Section>
  );
}

function TokenSection(): ReactNode {
  const { account } = useTexts().access;
  const { shell } = useTexts();
  const { permissions } = useUser();
  const query = useApi('listTokens', {});
  const add = useApiAction('addToken', ['listTokens']);
  const revoke = useApiAction('revokeToken', ['listTokens']);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const scope = textOf(form, 'scope');
    add.mutate({ body: { name: textOf(form, 'name'), days: Number(textOf(form, 'days')), scopes: scope === '' ? null : [scope] } });
  };
  return (
    <Section title={account.tokens} about={account.tokensAbout}>
      <Shown query={query}>
        {({ tokens }) => (
          <ul className="stack">
            {tokens.map(({ id, name, hint, scopes, expiresAt }) => (
              <li key={id} className="row">
                <strong>{name}</strong>
                <code>…{hint}</code>
                <span className="soft">{scopes === null ? account.tokenAll : scopes.join(', ')}</span>
                <span className="soft">
                  {account.expires}: {timeOf(expiresAt)}
                </span>
                <Button tone="danger" onClick={() => revoke.mutate({ params: { id } })}>
                  {shell.remove}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Shown>
      {add.data ? <Codes about={account.tokenShown} codes={[add.data.token]} /> : null}
      <form className="stack" onSubmit={send}>
        <Field label={account.tokenName}>
          <input name="name" required maxLength={100} />
        </Field>
        <Field label={account.tokenScopes}>
          <select name="scope">
            <option value="">{account.tokenAll}</option>
            {permissions.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </Field>
        <Field label={account.tokenDays}>
          <input name="days" type="number" min={1} max={366} defaultValue={90} required />
        </Field>
        <Problem error={add.error ?? revoke.error} />
        <div>
          <Button type="submit" disabled={add.isPending}>
            {account.tokenAdd}
          </Button>
        </div>
      </form>
    </Section>
  );
}

function SessionSection(): ReactNode {
  const { account } = useTexts().access;
  const query = useApi('listSessions', {});
  const end = useApiAction('endSession', ['listSessions']);
  return (
    <Section title={account.sessions}>
      <Shown query={query}>
        {({ sessions }) => (
          <ul className="stack">
            {sessions.map(({ id, isThis, createdAt, address, agent, factors }) => (
              <li key={id} className="row">
                <span>{timeOf(createdAt)}</span>
                <span className="soft">{[address, factors.join(' + '), agent].filter(Boolean).join(' · ')}</span>
                {isThis ? (
                  <Badge tone="good">{account.thisSession}</Badge>
                ) : (
                  <Button onClick={() => end.mutate({ params: { id } })}>{account.end}</Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <Problem error={end.error} />
    </Section>
  );
}
