import { cloneElement, useId } from 'react';
import type { ReactElement, ReactNode } from 'react';

export interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: string | null | undefined;
  /** An input, select or textarea. */
  readonly children: ReactElement<{ id?: string; 'aria-describedby'?: string | undefined; 'aria-invalid'?: boolean }>;
}

/** A label with its control, what helps to fill it in, and what is wrong with it. */
export function Field({ label, hint, problem, children }: FieldProps): ReactNode {
  const id = useId();
  const about = [hint === undefined ? [] : `${id}-hint`, problem ? `${id}-problem` : []].flat().join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {cloneElement(children, { id, 'aria-describedby': about === '' ? undefined : about, 'aria-invalid': Boolean(problem) })}
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="soft small">
          {hint}
        </span>
      )}
      {problem ? (
        <span id={`${id}-problem`} className="problem small">
          {problem}
        </span>
      ) : null}
    </div>
  );
}
