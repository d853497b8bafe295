/** Single sign-on, for administrators. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { Answer, call } from '../../api/index.ts';
import { useApi, useApiAction } from '../../api/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button, Field, Shown } from '../../ui/index.ts';

type Settings = Answer<'getSso'>['settings'];
type Rules = Parameters<typeof call<'changeSso'>>[1]['body']['rules'];

export function SsoSection(): ReactNode {
  const { people: texts } = useTexts().access;
  const query = useApi('getSso', {});
  return (
    <section className="card stack">
      <h2>{texts.sso}</h2>
      <Shown query={query}>
        {({ settings, callback }) => (
          <>
            <p className="soft">
              {texts.ssoAbout} <code>{callback}</code>
            </p>
            <SsoForm settings={settings} />
          </>
        )}
      </Shown>
    </section>
  );
}

function SsoForm({ settings }: { readonly settings: Settings }): ReactNode {
  const { access, shell } = useTexts();
  const { people: texts } = access;
  const action = useApiAction('changeSso', ['getSso']);
  const [problem, setProblem] = useState<string | null>(null);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    const rules = rulesOf(text('rules'));
    setProblem(rules === null ? texts.noJson : null);
    if (rules === null) return;
    const secret = text('secret');
    action.mutate({
      body: {
        ...{ enabled: form.has('enabled'), createPeople: form.has('createPeople'), trustMail: form.has('trustMail'), rules },
        ...{ label: text('label'), issuer: text('issuer'), clientId: text('clientId'), scopes: [...(settings?.scopes ?? [])] },
        ...(secret === '' ? {} : { secret }),
      },
    });
  };
  const fields = [
    ['label', texts.ssoLabel, settings?.label],
    ['issuer', texts.ssoIssuer, settings?.issuer],
    ['clientId', texts.ssoClient, settings?.clientId],
  ] as const;
  const switches = [
    ['enabled', texts.ssoEnabled, settings?.enabled],
    ['createPeople', texts.ssoCreate, settings?.createPeople],
    ['trustMail', texts.ssoTrust, settings?.trustMail],
  ] as const;
  return (
    <form className="stack" onSubmit={send}>
      {fields.map(([name, label, value]) => (
        <Field key={name} label={label}>
          <input name={name} required defaultValue={value} />
        </Field>
      ))}
      <Field label={texts.ssoSecret} {...(settings?.hasSecret ? { hint: texts.ssoSecretKept } : {})}>
        <input name="secret" type="password" autoComplete="off" />
      </Field>
      <Field label={texts.ssoRules} hint={texts.ssoRulesHint} problem={problem}>
        <textarea name="rules" rows={5} defaultValue={JSON.stringify(settings?.rules ?? [], null, 2)} />
      </Field>
      {switches.map(([name, label, value]) => (
        <label key={name} className="row">
          <input type="checkbox" name={name} defaultChecked={value ?? false} />
          {label}
        </label>
      ))}
      {action.error ? (
        <p className="problem" role="alert">
          {action.error.message}
        </p>
      ) : null}
      {action.isSuccess ? <p role="status">{texts.saved}</p> : null}
      <div>
        <Button type="submit" disabled={action.isPending}>
          {shell.save}
        </Button>
      </div>
    </form>
  );
}

/** The server checks what is in it. */
function rulesOf(text: string): Rules | null {
  try {
    const value: unknown = JSON.parse(text === '' ? '[]' : text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
