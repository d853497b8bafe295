/** Filters that somebody keeps, for oneself or for everybody. */
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useApi, useApiAction } from '../../api/index.ts';
import { useUser } from '../../app/session.tsx';
import { useTexts } from '../../i18n/index.ts';
import { Button, Dialog, Field } from '../../ui/index.ts';
import { asObject } from './document.ts';
import type { FindingSearch } from './filter.ts';
import { isFiltered, readSearch } from './filter.ts';

export interface SavedViewsProps {
  readonly search: FindingSearch;
  readonly onOpen: (search: FindingSearch) => void;
}

export function SavedViews({ search, onOpen }: SavedViewsProps): ReactNode {
  const { findings, shell } = useTexts();
  const user = useUser();
  const views = useApi('listViews', { query: { page: 'findings' } });
  const remove = useApiAction('removeView', ['listViews']);
  const [isSaving, setSaving] = useState(false);
  const list = views.data?.views ?? [];
  return (
    <details className="facet" open={list.length > 0}>
      <summary>{findings.views.title}</summary>
      {list.map((view) => (
        <div key={view.id} className="choice">
          <Button tone="quiet" className="cut" onClick={() => onOpen(readSearch(asObject(view.query)))}>
            {view.name}
          </Button>
          {view.userId === user.id ? (
            <Button tone="quiet" aria-label={`${shell.remove}: ${view.name}`} onClick={() => remove.mutate({ params: { id: view.id } })}>
              ×
            </Button>
          ) : null}
        </div>
      ))}
      {isFiltered(search) ? (
        <Button onClick={() => setSaving(true)}>{findings.views.save}</Button>
      ) : (
        <p className="soft small">{findings.views.hint}</p>
      )}
      <SaveDialog key={String(isSaving)} isOpen={isSaving} search={search} onClose={() => setSaving(false)} />
    </details>
  );
}

function SaveDialog({
  isOpen,
  search,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly search: FindingSearch;
  readonly onClose: () => void;
}): ReactNode {
  const { findings, shell } = useTexts();
  const save = useApiAction('saveView', ['listViews']);
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const name = data.get('name');
    save.mutate(
      { body: { page: 'findings', name: typeof name === 'string' ? name : '', query: { ...search }, shared: data.get('shared') === 'on' } },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog title={findings.views.save} open={isOpen} onClose={onClose}>
      <form className="stack" onSubmit={send}>
        <Field label={findings.views.name}>
          <input name="name" required maxLength={100} />
        </Field>
        <label className="row">
          <input type="checkbox" name="shared" />
          {findings.views.shared}
        </label>
        {save.error ? (
          <p className="problem" role="alert">
            {save.error.message}
          </p>
        ) : null}
        <div className="row">
          <Button type="submit" tone="primary">
            {shell.save}
          </Button>
          <Button onClick={onClose}>{shell.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
