import { useEffect } from 'react';
import type { ReactNode } from 'react';

export interface PageProps {
  /** Of the page and of the window. */
  readonly title: string;
  /** On the page, where the window's title says more. */
  readonly heading?: string;
  /** Beside the title: a number, a state. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, heading = title, aside, actions, children }: PageProps): ReactNode {
  useEffect(() => {
    document.title = `${title} · kumomori`;
  }, [title]);
  return (
    <>
      <div className="page-head">
        <h1>{heading}</h1>
        {aside}
        {actions ? <div className="actions">{actions}</div> : null}
      </div>
      {children}
    </>
  );
}
