/** A source to be added or changed: only the fields of its kind. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { ApiProblem, useApi, useApiAction } from '../../api/index.ts';
import { useLanguage } from '../../i18n/index.ts';
import { Button, Field } from '../../ui/index.ts';

type Source = Answer<'listSources'>['sources'][number];
type Kind = Source['kind'];

/** Fields of each kind; the texts have the same names. `list`: separated by commas. */
const FIELDS: Readonly<Record<Kind, readonly { readonly name: string; readonly list?: boolean; readonly required?: boolean }[]>> = {
  code: [{ name: 'path', required: true }, { name: 'branch' }],
  snapshot: [{ name: 'path', required: true }, { name: 'people' }],
  aws: [{ name: 'roleArn' }, { name: 'regions', list: true }],
  azure: [{ name: 'subscriptions', list: true }],
  gcp: [{ name: 'projects', list: true }, { name: 'organization' }],
  k8s: [{ name: 'context' }, { name: 'kubeconfig' }],
  logs: [{ name: 'path', required: true }],
};
const KINDS: readonly Kind[] = ['code', 'aws', 'azure', 'gcp', 'k8s', 'snapshot', 'logs'];

export interface SourceFormProps {
  /** Null: a new one. */
  readonly source: Source | null;
  readonly onDone: () => void;
}

export function SourceForm({ source, onDone }: SourceFormProps): ReactNode {
  const { texts } = useLanguage();
  const { sources, shell } = texts;
  const [kind, setKind] = useState<Kind>(source?.kind ?? 'code');
  const add = useApiAction('addSource', ['listSources']);
  const change = useApiAction('changeSource', ['listSources']);
  const error = add.error ?? change.error;
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const body = bodyOf(new FormData(event.currentTarget), kind, source);
    if (source) change.mutate({ params: { id: source.id }, body }, { onSuccess: onDone });
    else add.mutate({ body }, { onSuccess: onDone });
  };
  return (
    <form className="stack" onSubmit={send}>
      <Field label={sources.kind}>
        <select name="kind" value={kind} disabled={source !== null} onChange={({ target }) => setKind(target.value as Kind)}>
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {sources.kinds[each]}
            </option>
          ))}
        </select>
      </Field>
      <p className="soft small">{sources.about[kind]}</p>
      <Field label={sources.name} problem={problemOf(error, 'name')}>
        <input name="name" required maxLength={100} defaultValue={source?.name ?? ''} />
      </Field>
      {FIELDS[kind].map(({ name, required = false }) => (
        <Field
          key={`${kind} ${name}`}
          label={labelOf(sources.fields, name)}
          hint={labelOf(sources.hints, name)}
          problem={problemOf(error, `settings.${name}`)}
        >
          <input name={name} required={required} defaultValue={written(source?.settings[name])} />
        </Field>
      ))}
      <Field label={sources.schedule} hint={sources.scheduleHint} problem={problemOf(error, 'schedule')}>
        <input name="schedule" maxLength={100} defaultValue={source?.schedule ?? ''} placeholder="0 3 * * *" />
      </Field>
      <DepartmentField value={source?.departmentId ?? ''} />
      <label className="row">
        <input type="checkbox" name="enabled" defaultChecked={source?.enabled ?? true} />
        {sources.enabled}
      </label>
      {error ? (
        <p className="problem" role="alert">
          {error.message}
        </p>
      ) : null}
      <div className="row">
        <Button type="submit" tone="primary" disabled={add.isPending || change.isPending}>
          {shell.save}
        </Button>
        <Button onClick={onDone}>{shell.cancel}</Button>
      </div>
    </form>
  );
}

function DepartmentField({ value }: { readonly value: string }): ReactNode {
  const { language, texts } = useLanguage();
  const departments = useApi('listDepartments', {});
  const list = departments.data?.departments ?? [];
  return (
    <Field label={texts.sources.department} hint={texts.sources.departmentHint}>
      <select name="departmentId" defaultValue={value} key={list.length}>
        <option value="">{texts.shell.none}</option>
        {list.map(({ id, name }) => (
          <option key={id} value={id}>
            {name[language]}
          </option>
        ))}
      </select>
    </Field>
  );
}

function bodyOf(form: FormData, kind: Kind, source: Source | null) {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const settings: Record<string, unknown> = { ...source?.settings };
  for (const { name, list } of FIELDS[kind]) {
    const value = text(name);
    if (list) settings[name] = value === '' ? [] : value.split(',').map((each) => each.trim());
    else if (value !== '') settings[name] = value;
    else delete settings[name];
  }
  return {
    ...{ kind, name: text('name'), settings, schedule: text('schedule') === '' ? null : text('schedule') },
    ...{ departmentId: text('departmentId') === '' ? null : text('departmentId'), enabled: form.get('enabled') === 'on' },
  };
}

function problemOf(error: Error | null, path: string): string | null {
  return error instanceof ApiProblem ? (error.fields.find((each) => each.path === path)?.message ?? null) : null;
}

function labelOf(texts: Readonly<Record<string, string>>, name: string): string {
  return texts[name] ?? name;
}

function written(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
}
