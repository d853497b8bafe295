import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Shape } from './shape.ts';

interface Common {
  readonly id: string;
  readonly disabled: boolean;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean;
}

export interface ControlProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly isWide?: boolean;
  readonly children: (common: Omit<Common, 'disabled'>) => ReactNode;
}

/** A label with its control; like `Field`, for controls that are made later. */
export function Control({ label, hint, problem, isWide = false, children }: ControlProps): ReactNode {
  const id = useId();
  const about = [hint === undefined ? [] : `${id}-hint`, problem === undefined ? [] : `${id}-problem`].flat().join(' ');
  return (
    <div className={isWide ? 'field wide' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(about === '' ? {} : { 'aria-describedby': about }), ...(problem === undefined ? {} : { 'aria-invalid': true }) })}
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="soft small">
          {hint}
        </span>
      )}
      {problem === undefined ? null : (
        <span id={`${id}-problem`} className="problem small">
          {problem}
        </span>
      )}
    </div>
  );
}

export interface CheckProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly disabled: boolean;
  readonly onChange: (isOn: boolean) => void;
}

export function Check({ label, isOn, disabled, onChange }: CheckProps): ReactNode {
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} disabled={disabled} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  );
}

type InputProps = Common & { readonly value: unknown; readonly onChange: (value: unknown) => void };

/** What is no number is sent as it is typed, so that the server says what is wrong. */
export function NumberInput({
  shape,
  value,
  onChange,
  ...rest
}: InputProps & { readonly shape: Extract<Shape, { kind: 'number' }> }): ReactNode {
  return (
    <input
      {...rest}
      type="number"
      min={shape.min}
      max={shape.max}
      step={shape.step ?? 1}
      value={typeof value === 'number' ? value : ''}
      onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
    />
  );
}

/** Minutes since midnight; 24:00, which the browser has no word for, is shown as 23:59. */
export function TimeInput({ orNull, value, onChange, ...rest }: InputProps & { readonly orNull: boolean }): ReactNode {
  const minutes = typeof value === 'number' ? Math.min(value, 1439) : null;
  const text = minutes === null ? '' : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return (
    <input
      {...rest}
      type="time"
      value={text}
      onChange={({ target }) => {
        const [hours, rest] = target.value.split(':').map(Number);
        if (hours !== undefined && rest !== undefined) onChange(hours * 60 + rest);
        else if (orNull) onChange(null);
      }}
    />
  );
}

export interface TextInputProps extends Common {
  readonly isLong: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

export function TextInput({ isLong, value, onChange, ...rest }: TextInputProps): ReactNode {
  return isLong ? (
    <textarea {...rest} rows={3} value={value} onChange={({ target }) => onChange(target.value)} />
  ) : (
    <input {...rest} type="text" value={value} onChange={({ target }) => onChange(target.value)} />
  );
}
