/** Everybody who may come in, with what they may see. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi, useApiAction } from '../../api/index.ts';
import { useMay, useUser } from '../../app/session.tsx';
import { useLanguage, useTexts } from '../../i18n/index.ts';
import { Badge, Button, Dialog, Field, Page, Shown } from '../../ui/index.ts';
import { SsoSection } from './sso.tsx';

export type Person = Answer<'listPeople'>['people'][number];
const ROLES = ['admin', 'security', 'approver', 'auditor', 'member'] as const;

export function PeoplePage(): ReactNode {
  const { people: texts } = useTexts().access;
  const mayManage = useMay('users.manage');
  const query = useApi('listPeople', {});
  const [open, setOpen] = useState<Person | 'new' | null>(null);
  return (
    <Page title={texts.title} actions={mayManage ? <Button onClick={() => setOpen('new')}>{texts.add}</Button> : null}>
      <div className="stack">
        <Shown query={query}>{({ people }) => <PeopleTable people={people} onOpen={mayManage ? setOpen : null} />}</Shown>
        {mayManage ? <SsoSection /> : null}
      </div>
      <Dialog title={open === 'new' ? texts.add : (open?.name ?? '')} open={open !== null} onClose={() => setOpen(null)}>
        {open === null ? null : <PersonForm person={open === 'new' ? null : open} onDone={() => setOpen(null)} />}
      </Dialog>
    </Page>
  );
}

function PeopleTable({
  people,
  onOpen,
}: {
  readonly people: readonly Person[];
  readonly onOpen: ((person: Person) => void) | null;
}): ReactNode {
  const { people: texts } = useTexts().access;
  const { language } = useLanguage();
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={texts.title}>
      <table className="plain">
        <thead>
          <tr>
            {[texts.name, texts.email, texts.role, texts.departments, texts.factors, texts.origin, texts.lastLogin].map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td>
                {onOpen ? (
                  <Button tone="quiet" onClick={() => onOpen(person)}>
                    {person.name}
                  </Button>
                ) : (
                  person.name
                )}{' '}
                {person.active ? null : <Badge tone="low">{texts.inactive}</Badge>}
              </td>
              <td>{person.email}</td>
              <td>{texts.roles[person.role]}</td>
              <td>{person.departments.join(', ')}</td>
              <td>{factorsOf(person, texts)}</td>
              <td>{texts.origins[person.origin]}</td>
              <td>{person.lastLoginAt === null ? '–' : new Date(person.lastLoginAt).toLocaleString(language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function factorsOf({ factors }: Person, texts: ReturnType<typeof useTexts>['access']['people']): string {
  if (!factors) return '–';
  const { password, totp, passkeys } = factors;
  const parts = [password ? texts.hasPassword : [], totp ? texts.hasTotp : [], passkeys > 0 ? texts.hasPasskeys(passkeys) : []].flat();
  return parts.length === 0 ? '–' : parts.join(' + ');
}

function PersonForm({ person, onDone }: { readonly person: Person | null; readonly onDone: () => void }): ReactNode {
  const { access, shell } = useTexts();
  const { people: texts } = access;
  const { language } = useLanguage();
  const add = useApiAction('addPerson', ['listPeople']);
  const change = useApiAction('changePerson', ['listPeople']);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    const departments = text('departments')
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '');
    const common = { name: text('name'), role: ROLES.find((each) => each === text('role')) ?? 'member', departments };
    const done = { onSuccess: onDone };
    if (person) change.mutate({ params: { id: person.id }, body: { ...common, active: form.has('active') } }, done);
    else add.mutate({ body: { ...common, email: text('email'), language, password: text('password') || null } }, done);
  };
  const error = add.error ?? change.error;
  return (
    <>
      <form className="stack" onSubmit={send}>
        <Field label={texts.name}>
          <input name="name" required maxLength={100} defaultValue={person?.name} />
        </Field>
        {person ? null : (
          <Field label={texts.email}>
            <input name="email" type="email" required />
          </Field>
        )}
        <Field label={texts.role} hint={texts.roleAbout}>
          <select name="role" defaultValue={person?.role ?? 'member'}>
            {ROLES.map((each) => (
              <option key={each} value={each}>
                {texts.roles[each]}
              </option>
            ))}
          </select>
        </Field>
        <Field label={texts.departments} hint={texts.departmentsHint}>
          <input name="departments" defaultValue={person?.departments.join(', ')} />
        </Field>
        {person ? (
          <label className="row">
            <input type="checkbox" name="active" defaultChecked={person.active} />
            {texts.active}
          </label>
        ) : (
          <Field label={texts.password} hint={texts.passwordHint}>
            <input name="password" type="password" autoComplete="new-password" minLength={12} />
          </Field>
        )}
        {error ? (
          <p className="problem" role="alert">
            {error.message}
          </p>
        ) : null}
        <Button type="submit" tone="primary" disabled={add.isPending || change.isPending}>
          {shell.save}
        </Button>
      </form>
      {person ? <LostFactors person={person} onDone={onDone} /> : null}
    </>
  );
}

function LostFactors({ person, onDone }: { readonly person: Person; readonly onDone: () => void }): ReactNode {
  const { people: texts } = useTexts().access;
  const reset = useApiAction('resetFactors', ['listPeople']);
  const give = useApiAction('givePassword', ['listPeople']);
  const own = useUser().id === person.id;
  if (own) return null;
  const params = { id: person.id };
  return (
    <div className="stack">
      <p className="soft small">{texts.resetAbout}</p>
      <Button tone="danger" onClick={() => reset.mutate({ params }, { onSuccess: onDone })}>
        {texts.reset}
      </Button>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          const password = new FormData(event.currentTarget).get('password');
          if (typeof password === 'string') give.mutate({ params, body: { password } }, { onSuccess: onDone });
        }}
      >
        <Field label={texts.password}>
          <input name="password" type="password" autoComplete="new-password" minLength={12} required />
        </Field>
        <Button type="submit">{texts.givePassword}</Button>
      </form>
      {(reset.error ?? give.error) ? (
        <p className="problem" role="alert">
          {(reset.error ?? give.error)?.message}
        </p>
      ) : null}
    </div>
  );
}
