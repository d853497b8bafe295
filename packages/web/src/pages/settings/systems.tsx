import type { FormEvent, ReactNode } from 'react';
import type { Answer, call } from '../../api/index.ts';
import { useApi, useApiAction } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useLanguage } from '../../i18n/index.ts';
import { Field, Shown, trimmedOf } from '../../ui/index.ts';
import { FormEnd, RecordList, linesOf } from './record-list.tsx';
import { recordOf } from './words.ts';

type System = Answer<'listSystems'>['systems'][number];
type Body = Parameters<typeof call<'saveSystem'>>[1]['body'];

/** What a system is recognized by; each is a list of patterns. */
const LISTS = ['resources', 'types', 'accounts', 'units', 'regions', 'repositories'] as const;
const ENVIRONMENTS = ['production', 'staging', 'development', 'sandbox'] as const;
const TIERS = [1, 2, 3, 4] as const;

/** Business systems: what belongs together, whose it is, how much hangs on it. */
export function Systems(): ReactNode {
  const { language, texts } = useLanguage();
  const { settings } = texts;
  const mayChange = useMay('settings.manage');
  const systems = useApi('listSystems', {});
  const departments = useApi('listDepartments', {}).data?.departments ?? [];
  const remove = useApiAction('removeSystem', ['listSystems']);
  const departmentOf = (id: string | null): string =>
    id === null ? settings.nobody : (departments.find((each) => each.id === id)?.name[language] ?? id);
  return (
    <Shown query={systems}>
      {({ systems: list }) => (
        <RecordList
          items={list}
          nameOf={({ name }) => name[language]}
          mayChange={mayChange}
          texts={settings.systems}
          columns={[
            { title: settings.name, cell: ({ name }) => <strong>{name[language]}</strong> },
            { title: settings.fields.department, cell: ({ departmentId }) => departmentOf(departmentId) },
            { title: settings.fields.tier, cell: ({ tier }) => settings.words.tiers[tier] },
            { title: settings.systems.match, cell: ({ match }) => <code>{matchText(match)}</code> },
          ]}
          removing={{
            ...{ isPending: remove.isPending, error: remove.error },
            remove: (id, onSuccess) => remove.mutate({ params: { id } }, { onSuccess }),
          }}
          form={(item, onDone) => <SystemForm system={item} onDone={onDone} />}
        />
      )}
    </Shown>
  );
}

function SystemForm({ system, onDone }: { readonly system: System | null; readonly onDone: () => void }): ReactNode {
  const { language, texts } = useLanguage();
  const { settings } = texts;
  const departments = useApi('listDepartments', {}).data?.departments ?? [];
  const save = useApiAction('saveSystem', ['listSystems']);
  const match = recordOf(system?.match);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    save.mutate({ params: { id: system?.id ?? trimmedOf(form, 'id') }, body: bodyOf(form) }, { onSuccess: onDone });
  };
  return (
    <form className="stack" onSubmit={send}>
      {system ? null : (
        <Field label={settings.id} hint={settings.idHint}>
          <input name="id" required pattern="[\w.\-]{1,60}" maxLength={60} />
        </Field>
      )}
      <Field label={settings.nameJa}>
        <input name="ja" lang="ja" maxLength={200} defaultValue={system?.name.ja ?? ''} />
      </Field>
      <Field label={settings.nameEn}>
        <input name="en" lang="en" required maxLength={200} defaultValue={system?.name.en ?? ''} />
      </Field>
      <Field label={settings.fields.department}>
        <select name="departmentId" defaultValue={system?.departmentId ?? ''} key={departments.length}>
          <option value="">{settings.nobody}</option>
          {departments.map(({ id, name }) => (
            <option key={id} value={id}>
              {name[language]}
            </option>
          ))}
        </select>
      </Field>
      <Field label={settings.fields.tier}>
        <select name="tier" defaultValue={system?.tier ?? 3}>
          {TIERS.map((tier) => (
            <option key={tier} value={tier}>
              {settings.words.tiers[tier]}
            </option>
          ))}
        </select>
      </Field>
      <Field label={settings.fields.environment}>
        <select name="environment" defaultValue={system?.environment ?? ''}>
          <option value="">{settings.none}</option>
          {ENVIRONMENTS.map((each) => (
            <option key={each} value={each}>
              {settings.words.environments[each]}
            </option>
          ))}
        </select>
      </Field>
      <fieldset className="group stack">
        <legend>{settings.systems.match}</legend>
        <p className="soft small">{settings.systems.matchHint}</p>
        {LISTS.map((name) => (
          <Field key={name} label={settings.fields[name]}>
            <textarea name={name} rows={2} defaultValue={listText(match[name])} />
          </Field>
        ))}
        <Field label={settings.fields.tags} hint={settings.systems.tagsHint}>
          <textarea
            name="tags"
            rows={2}
            defaultValue={Object.entries(recordOf(match['tags']))
              .map(([key, value]) => `${key}=${String(value)}`)
              .join('\n')}
          />
        </Field>
      </fieldset>
      <FormEnd error={save.error} isPending={save.isPending} onCancel={onDone} />
    </form>
  );
}

function bodyOf(form: FormData): Body {
  const text = (name: string): string => trimmedOf(form, name);
  const lists = LISTS.flatMap((name) => {
    const lines = linesOf(text(name));
    return lines.length === 0 ? [] : [[name, lines] as const];
  });
  const tags = linesOf(text('tags')).map((line) => {
    const [key = '', ...value] = line.split('=');
    return [key.trim(), value.join('=').trim() || '*'] as const;
  });
  return {
    name: { en: text('en'), ja: text('ja') || text('en') },
    departmentId: text('departmentId') || null,
    tier: TIERS.find((each) => String(each) === text('tier')) ?? 3,
    environment: ENVIRONMENTS.find((each) => each === text('environment')) ?? null,
    match: { ...Object.fromEntries(lists), ...(tags.length === 0 ? {} : { tags: Object.fromEntries(tags) }) },
  };
}

function listText(value: unknown): string {
  return Array.isArray(value) ? value.join('\n') : '';
}

function matchText(match: unknown): string {
  return Object.entries(recordOf(match))
    .map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : JSON.stringify(value)}`)
    .join('; ');
}
