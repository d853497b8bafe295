/** What is known about one control: its checks, the answer of people, the files that show it. */
import { Link } from '@tanstack/react-router';
import type { FormEvent, ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { ApiProblem, useApiAction } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Badge, Button, Field } from '../../ui/index.ts';
import { Evidence } from './evidence-files.tsx';
import type { Control } from './status.tsx';
import { ControlBadge, openOf } from './status.tsx';

type AnswerStatus = NonNullable<Control['answer']>['status'];

export interface ControlProps {
  readonly framework: Pick<Answer<'getFramework'>, 'id' | 'version'>;
  readonly control: Control;
}

export function ControlDetail({ framework, control }: ControlProps): ReactNode {
  const { frameworks } = useTexts();
  const formats = useFormats();
  const open = openOf(control);
  return (
    <div className="stack">
      <div className="row">
        <ControlBadge status={control.status} />
        <span className="soft small">{frameworks.statusHint[control.status]}</span>
      </div>
      <section className="stack">
        <h3>{frameworks.checks}</h3>
        {control.checks.length === 0 ? (
          <p className="soft">{frameworks.noChecks}</p>
        ) : (
          <ul>
            {control.checks.map((check) => (
              <li key={check.id}>
                {check.title}{' '}
                {check.open === 0 ? null : (
                  <Link to="/findings" search={{ check: [check.id] }} className="number">
                    {frameworks.open(formats.number(check.open))}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        )}
        {open === 0 || control.checks.length < 2 ? null : (
          <Link to="/findings" search={{ check: control.checks.map(({ id }) => id) }}>
            {frameworks.allOpen(formats.number(open))}
          </Link>
        )}
      </section>
      <section className="stack">
        <h3>{frameworks.answer}</h3>
        <AnswerText answer={control.answer} />
        {useMay('frameworks.answer') ? <AnswerForm framework={framework} control={control} /> : null}
      </section>
      <Evidence framework={framework} control={control} />
    </div>
  );
}

function AnswerText({ answer }: { readonly answer: Control['answer'] }): ReactNode {
  const { frameworks } = useTexts();
  const formats = useFormats();
  if (answer === null) return <p className="soft">{frameworks.noAnswer}</p>;
  return (
    <div>
      <p className="row">
        <Badge tone={answer.status === 'pass' ? 'good' : answer.status === 'fail' ? 'high' : 'info'}>
          {frameworks.answerStatus[answer.status]}
        </Badge>
        <span className="soft small">{frameworks.by(answer.by, formats.time(answer.at))}</span>
        {answer.isExpired ? <Badge tone="medium">{frameworks.over}</Badge> : null}
        {answer.validUntil === null || answer.isExpired ? null : (
          <span className="soft small">{frameworks.until(formats.day(lastDay(answer.validUntil)))}</span>
        )}
      </p>
      {answer.note === null ? null : <p style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{answer.note}</p>}
    </div>
  );
}

/** The server says when it is over: the midnight after the last day, in UTC. */
function lastDay(validUntil: string): string {
  return new Date(Date.parse(validUntil) - 1).toISOString().slice(0, 10);
}

function AnswerForm({ framework, control }: ControlProps): ReactNode {
  const { frameworks, shell } = useTexts();
  const action = useApiAction('answerControl', ['getFramework', 'listFrameworks']);
  const { answer } = control;
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const status: AnswerStatus = (['pass', 'fail', 'not-applicable'] as const).find((each) => each === text('status')) ?? 'open';
    const body = { control: control.control, status, note: text('note') || null, validUntil: text('validUntil') || null };
    action.mutate({ params: { id: framework.id, version: framework.version }, body });
  };
  const options: readonly AnswerStatus[] = ['pass', 'fail', 'not-applicable', 'open'];
  return (
    <form className="stack" onSubmit={send} key={answer?.at}>
      <Field label={frameworks.answerIs}>
        <select name="status" defaultValue={answer?.status ?? 'open'}>
          {options.map((each) => (
            <option key={each} value={each}>
              {frameworks.answerStatus[each]}
            </option>
          ))}
        </select>
      </Field>
      <Field label={frameworks.note} hint={frameworks.noteHint}>
        <textarea name="note" rows={3} maxLength={10_000} defaultValue={answer?.note ?? ''} />
      </Field>
      <Field label={frameworks.validUntil} hint={frameworks.validHint} problem={problemOf(action.error, 'validUntil')}>
        <input type="date" name="validUntil" defaultValue={answer?.validUntil ? lastDay(answer.validUntil) : ''} />
      </Field>
      {action.error ? (
        <p className="problem" role="alert">
          {action.error.message}
        </p>
      ) : null}
      <div className="row">
        <Button type="submit" tone="primary" disabled={action.isPending}>
          {shell.save}
        </Button>
      </div>
    </form>
  );
}

function problemOf(error: Error | null, path: string): string | null {
  return error instanceof ApiProblem && error.fields.some((each) => each.path === path) ? error.message : null;
}
