/** Departments and business systems. */
import type { FormEvent, ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { ApiProblem, useApi, useApiAction } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useLanguage, useTexts } from '../../i18n/index.ts';
import { Field, Shown, trimmedOf } from '../../ui/index.ts';
import { FormEnd, RecordList, linesOf } from './record-list.tsx';
import { Systems } from './systems.tsx';

type Department = Answer<'listDepartments'>['departments'][number];

export function Departments(): ReactNode {
  const { language, texts } = useLanguage();
  const { settings } = texts;
  const mayChange = useMay('settings.manage');
  const departments = useApi('listDepartments', {});
  const remove = useApiAction('removeDepartment', ['listDepartments']);
  return (
    <div className="stack">
      <Shown query={departments}>
        {({ departments: list }) => (
          <RecordList
            items={list}
            nameOf={({ name }) => name[language]}
            mayChange={mayChange}
            texts={settings.departments}
            columns={[
              { title: settings.name, cell: ({ name }) => <strong>{name[language]}</strong> },
              { title: settings.id, cell: ({ id }) => <code>{id}</code> },
              { title: settings.departments.mail, cell: ({ mail }) => mail ?? texts.shell.none },
              { title: settings.departments.manager, cell: ({ managerMail }) => managerMail ?? texts.shell.none },
              { title: settings.departments.aliases, cell: ({ aliases }) => aliases.join(', ') },
            ]}
            removing={{
              ...{ isPending: remove.isPending, error: remove.error },
              remove: (id, onSuccess) => remove.mutate({ params: { id } }, { onSuccess }),
            }}
            form={(item, onDone) => <DepartmentForm department={item} onDone={onDone} />}
          />
        )}
      </Shown>
      <h2>{settings.systems.title}</h2>
      <p className="soft">{settings.systems.about}</p>
      <Systems />
    </div>
  );
}

function DepartmentForm({ department, onDone }: { readonly department: Department | null; readonly onDone: () => void }): ReactNode {
  const { settings } = useTexts();
  const save = useApiAction('saveDepartment', ['listDepartments']);
  const problem = (path: string): string | null =>
    save.error instanceof ApiProblem ? (save.error.fields.find((each) => each.path === path)?.message ?? null) : null;
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => trimmedOf(form, name);
    const body = {
      name: { en: text('en') || text('ja'), ja: text('ja') || text('en') },
      mail: text('mail') || null,
      managerMail: text('managerMail') || null,
      aliases: linesOf(text('aliases')),
    };
    save.mutate({ params: { id: department?.id ?? text('id') }, body }, { onSuccess: onDone });
  };
  return (
    <form className="stack" onSubmit={send}>
      {department ? null : (
        <Field label={settings.id} hint={settings.idHint}>
          <input name="id" required pattern="[\w.\-]{1,60}" maxLength={60} />
        </Field>
      )}
      <Field label={settings.nameJa} problem={problem('name.ja')}>
        <input name="ja" lang="ja" maxLength={200} defaultValue={department?.name.ja ?? ''} />
      </Field>
      <Field label={settings.nameEn} problem={problem('name.en')}>
        <input name="en" lang="en" required maxLength={200} defaultValue={department?.name.en ?? ''} />
      </Field>
      <Field label={settings.departments.mail} hint={settings.departments.mailHint} problem={problem('mail')}>
        <input name="mail" type="email" defaultValue={department?.mail ?? ''} />
      </Field>
      <Field label={settings.departments.manager} hint={settings.departments.managerHint} problem={problem('managerMail')}>
        <input name="managerMail" type="email" defaultValue={department?.managerMail ?? ''} />
      </Field>
      <Field label={settings.departments.aliases} hint={settings.departments.aliasesHint} problem={problem('aliases')}>
        <textarea name="aliases" rows={3} defaultValue={department?.aliases.join('\n') ?? ''} />
      </Field>
      <FormEnd error={save.error} isPending={save.isPending} onCancel={onDone} />
    </form>
  );
}
