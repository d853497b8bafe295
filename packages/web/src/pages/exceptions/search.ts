/** What the page shows, as it stands in the address. */

export const exceptionStatuses = ['requested', 'active', 'expired', 'rejected', 'withdrawn'] as const;
export type ExceptionStatus = (typeof exceptionStatuses)[number];

export interface ExceptionSearch {
  /** Id of the finding for which an exception is asked; `new`: for none. */
  readonly request?: string;
  readonly status?: ExceptionStatus;
  /** Id of the exception that is open. */
  readonly open?: string;
}

export function readExceptionSearch({ request, status, open }: Readonly<Record<string, unknown>>): ExceptionSearch {
  const known = exceptionStatuses.find((each) => each === status);
  return {
    ...(typeof request === 'string' && request !== '' ? { request } : {}),
    ...(known ? { status: known } : {}),
    ...(typeof open === 'string' && open !== '' ? { open } : {}),
  };
}
