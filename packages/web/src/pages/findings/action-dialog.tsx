/** Asks for what an action needs: a reason, a last day. */
import type { FormEvent, ReactNode } from 'react';
import { useTexts } from '../../i18n/index.ts';
import { Button, Dialog, Field } from '../../ui/index.ts';

export type FindingEvent = keyof ReturnType<typeof useTexts>['findings']['events'];

/** Without a reason nobody can follow these later. */
const NEEDS_NOTE: readonly FindingEvent[] = ['mark-false-positive', 'reopen', 'retract-claim', 'end-false-positive'];

export interface ActionDialogProps {
  readonly event: FindingEvent | null;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onCancel: () => void;
  readonly onRun: (note: string | null, holdUntil: string | null) => void;
}

export function ActionDialog({ event, isPending, error, onCancel, onRun }: ActionDialogProps): ReactNode {
  const { findings, shell } = useTexts();
  const send = (form: FormEvent<HTMLFormElement>): void => {
    form.preventDefault();
    const data = new FormData(form.currentTarget);
    onRun(filled(data.get('note')), filled(data.get('until')));
  };
  return (
    <Dialog title={event ? findings.events[event] : ''} open={event !== null} onClose={onCancel}>
      <form className="stack" onSubmit={send}>
        <Field label={findings.note}>
          <textarea name="note" rows={4} maxLength={4000} required={event !== null && NEEDS_NOTE.includes(event)} />
        </Field>
        {event === 'mark-false-positive' ? (
          <Field label={findings.until} hint={findings.untilHint}>
            <input type="date" name="until" />
          </Field>
        ) : null}
        {error ? (
          <p className="problem" role="alert">
            {error.message}
          </p>
        ) : null}
        <div className="row">
          <Button type="submit" tone="primary" disabled={isPending}>
            {event ? findings.events[event] : ''}
          </Button>
          <Button onClick={onCancel}>{shell.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function filled(value: FormDataEntryValue | null): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
