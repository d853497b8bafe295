/** Before anybody is signed in: the sign-in page, or the first administrator's. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { ApiProblem, useApi, useApiAction } from '../api/index.ts';
import { useLanguage, useTexts } from '../i18n/index.ts';
import { Button, Field, Shown, textOf } from '../ui/index.ts';
import { OtherWays } from './other-ways.tsx';
import { SessionProvider } from './session.tsx';
import { LanguageSwitch } from './switches.tsx';

export function Gate({ children }: { readonly children: ReactNode }): ReactNode {
  const session = useApi('getSession', {});
  return (
    <Shown query={session}>
      {({ fresh, user }) => (user ? <SessionProvider user={user}>{children}</SessionProvider> : fresh ? <SetUp /> : <SignIn />)}
    </Shown>
  );
}

function SignIn(): ReactNode {
  const { shell, access } = useTexts();
  const action = useApiAction('signIn');
  const client = useQueryClient();
  // What was asked for once stays, also when it was wrong.
  const [asked, setAsked] = useState({ code: false, newPassword: false });
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const optional = (name: string): string | null => (textOf(form, name) === '' ? null : textOf(form, name));
    const body = {
      email: textOf(form, 'email'),
      password: textOf(form, 'password'),
      code: optional('code'),
      newPassword: optional('newPassword'),
    };
    action.mutate(
      { body },
      {
        onSuccess: () => void client.resetQueries(),
        onError: (error) => {
          if (!(error instanceof ApiProblem)) return;
          if (error.code === 'second-factor') setAsked((before) => ({ ...before, code: true }));
          if (error.code === 'password-change') setAsked((before) => ({ ...before, newPassword: true }));
        },
      },
    );
  };
  const isAsking = action.error instanceof ApiProblem && (action.error.reason === 'code-needed' || action.error.code === 'password-change');
  return (
    <Frame title={shell.signIn.title}>
      <form className="stack" onSubmit={send}>
        <Field label={shell.signIn.email}>
          <input name="email" type="email" autoComplete="username" required autoFocus />
        </Field>
        <Field label={shell.signIn.password}>
          <input name="password" type="password" autoComplete="current-password" required />
        </Field>
        {asked.code ? (
          <Field label={access.gate.code} hint={access.gate.codeHint}>
            <input name="code" autoComplete="one-time-code" required autoFocus />
          </Field>
        ) : null}
        {asked.newPassword ? (
          <Field label={access.gate.newPassword} hint={access.gate.newPasswordHint}>
            <input name="newPassword" type="password" autoComplete="new-password" minLength={12} required autoFocus />
          </Field>
        ) : null}
        {isAsking ? null : <Problem error={action.error} />}
        <Button type="submit" tone="primary" disabled={action.isPending}>
          {shell.signIn.go}
        </Button>
      </form>
      <OtherWays />
    </Frame>
  );
}

function SetUp(): ReactNode {
  const { language, texts } = useLanguage();
  const { setUp, signIn } = texts.shell;
  const action = useApiAction('setUp');
  const client = useQueryClient();
  const [secret] = useState(() => location.hash.slice(1));
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = { secret, language, email: textOf(form, 'email'), name: textOf(form, 'name'), password: textOf(form, 'password') };
    action.mutate(
      { body },
      {
        onSuccess: () => {
          history.replaceState(null, '', '/');
          void client.resetQueries();
        },
      },
    );
  };
  if (secret === '') return <Frame title={setUp.title}>{setUp.needLink}</Frame>;
  return (
    <Frame title={setUp.title}>
      <p className="soft">{setUp.intro}</p>
      <form className="stack" onSubmit={send}>
        <Field label={setUp.name}>
          <input name="name" autoComplete="name" required maxLength={100} autoFocus />
        </Field>
        <Field label={signIn.email}>
          <input name="email" type="email" autoComplete="username" required />
        </Field>
        <Field label={signIn.password} hint={setUp.passwordHint}>
          <input name="password" type="password" autoComplete="new-password" minLength={12} required />
        </Field>
        <Problem error={action.error} />
        <Button type="submit" tone="primary" disabled={action.isPending}>
          {setUp.go}
        </Button>
      </form>
    </Frame>
  );
}

function Problem({ error }: { readonly error: Error | null }): ReactNode {
  return error ? (
    <p className="problem" role="alert">
      {error.message}
    </p>
  ) : null;
}

function Frame({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <main className="gate">
      <div className="card stack">
        <div className="row">
          <img src="/icon.svg" alt="" width={36} height={36} />
          <h1>{title}</h1>
        </div>
        {children}
        <LanguageSwitch />
      </div>
    </main>
  );
}
