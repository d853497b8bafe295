import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { call } from '../../api/index.ts';
import { useApi, useApiAction } from '../../api/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button, Field, Shown, trimmedOf } from '../../ui/index.ts';
import { RolePolicy } from './role-policy.tsx';

type Choice = 'examples' | 'folder' | 'aws';

/** A new source of the choice; `onStarted` gets its id when its first run is asked for. */
export function Choose({ onStarted }: { readonly onStarted: (sourceId: string) => void }): ReactNode {
  const { welcome } = useTexts();
  const steps = useApi('getFirstSteps', {});
  const [chosen, choose] = useState<Choice | null>(null);
  return (
    <Shown query={steps}>
      {({ examples, policies }) => {
        const choices: readonly Choice[] = examples === null ? ['folder', 'aws'] : ['examples', 'folder', 'aws'];
        const choice = chosen ?? choices[0] ?? 'folder';
        return (
          <>
            <p>{welcome.intro}</p>
            <fieldset className="choices">
              <legend className="sr-only">{welcome.steps.choose}</legend>
              {choices.map((each) => (
                <label key={each} className="card choice-card">
                  <input type="radio" name="choice" checked={each === choice} onChange={() => choose(each)} />
                  <span>
                    <strong>{welcome.choices[each]}</strong>
                    <span className="soft small">{welcome.about[each]}</span>
                  </span>
                </label>
              ))}
            </fieldset>
            {choice === 'aws' ? <RolePolicy policies={policies} /> : null}
            <StartForm key={choice} choice={choice} examples={examples} onStarted={onStarted} />
          </>
        );
      }}
    </Shown>
  );
}

interface StartFormProps {
  readonly choice: Choice;
  readonly examples: string | null;
  readonly onStarted: (sourceId: string) => void;
}

function StartForm({ choice, examples, onStarted }: StartFormProps): ReactNode {
  const { welcome, sources } = useTexts();
  const sourcesNow = useApi('listSources', {});
  const add = useApiAction('addSource', ['listSources']);
  const start = useApiAction('startRun', ['listRuns', 'listSources']);
  const error = add.error ?? start.error;
  const begin = (id: string): void => start.mutate({ params: { id } }, { onSuccess: () => onStarted(id) });
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const body = bodyOf(choice, examples, (name) => trimmedOf(form, name));
    // A second visit looks at the examples again instead of adding them twice.
    const same = sourcesNow.data?.sources.find(
      ({ kind, settings }) => kind === body.kind && choice === 'examples' && settings['path'] === examples,
    );
    if (same) begin(same.id);
    else
      add.mutate(
        { body: { ...body, name: choice === 'examples' ? welcome.examplesName : body.name } },
        { onSuccess: ({ id }) => begin(id) },
      );
  };
  return (
    <form className={choice === 'examples' ? 'stack' : 'card stack'} onSubmit={send}>
      {choice === 'examples' ? null : (
        <Field label={welcome.name}>
          <input name="name" required maxLength={100} defaultValue={choice === 'aws' ? sources.kinds.aws : ''} />
        </Field>
      )}
      {choice === 'folder' ? (
        <Field label={welcome.path} hint={welcome.pathHint}>
          <input name="path" required maxLength={1000} />
        </Field>
      ) : null}
      {choice === 'aws' ? (
        <Field label={welcome.roleArn} hint={welcome.roleArnHint}>
          <input name="roleArn" maxLength={300} placeholder="arn:aws:iam::123456789012:role/KumomoriReadOnly" />
        </Field>
      ) : null}
      {error ? (
        <p className="problem" role="alert">
          {error.message}
        </p>
      ) : null}
      <div className="row">
        <Button type="submit" tone="primary" disabled={add.isPending || start.isPending}>
          {welcome.go}
        </Button>
      </div>
    </form>
  );
}

type NewSource = Parameters<typeof call<'addSource'>>[1]['body'];

function bodyOf(choice: Choice, examples: string | null, text: (name: string) => string): NewSource {
  const rest = { schedule: null, departmentId: null, enabled: true, name: text('name') };
  if (choice === 'aws') return { ...rest, kind: 'aws', settings: text('roleArn') === '' ? {} : { roleArn: text('roleArn') } };
  return { ...rest, kind: 'code', settings: { path: choice === 'examples' ? (examples ?? '') : text('path') } };
}
