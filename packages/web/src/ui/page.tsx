import { useEffect } from 'react';
import type { ReactNode } from 'react';

export interface PageProps {
  readonly title: string;
  /** Beside the title: a number, a state. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, aside, actions, children }: PageProps): ReactNode {
  useEffect(() => {
    document.title = `${title} · kumomori`;
  }, [title]);
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        {aside}
        {actions ? <div className="actions">{actions}</div> : null}
      </div>
      {children}
    </>
  );
}
