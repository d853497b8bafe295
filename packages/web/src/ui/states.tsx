/** What stands where an answer will be, is missing, or did not come. */
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/index.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from './button.tsx';

export function Loading(): ReactNode {
  const { shell } = useTexts();
  return (
    <div className="placeholder" role="status">
      <span className="spinner" aria-hidden="true" />
      <span>{shell.loading}</span>
    </div>
  );
}

export function Empty({ children }: { readonly children?: ReactNode }): ReactNode {
  const { shell } = useTexts();
  return <div className="placeholder">{children ?? shell.empty}</div>;
}

export function Failed({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }): ReactNode {
  const { shell } = useTexts();
  return (
    <div className="placeholder" role="alert">
      <strong>{shell.failed}</strong>
      <span>{error instanceof ApiProblem ? error.message : shell.unreachable}</span>
      {onRetry ? <Button onClick={onRetry}>{shell.retry}</Button> : null}
    </div>
  );
}

export interface ShownProps<Data> {
  readonly query: { readonly data: Data | undefined; readonly error: unknown; readonly refetch: () => unknown };
  readonly children: (data: Data) => ReactNode;
}

/** The answer, or what stands in its place. */
export function Shown<Data>({ query, children }: ShownProps<Data>): ReactNode {
  if (query.data !== undefined) return children(query.data);
  return query.error ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : <Loading />;
}
