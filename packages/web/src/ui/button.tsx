import type { ComponentProps, ReactNode } from 'react';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: 'primary' | 'danger' | 'quiet';
}

/** `type` is `button` unless it is said: a button in a form sends nothing by accident. */
export function Button({ tone, className = '', type = 'button', ...rest }: ButtonProps): ReactNode {
  return <button type={type} className={`button ${tone ?? ''} ${className}`} {...rest} />;
}
