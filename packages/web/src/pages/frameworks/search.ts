/** What is shown of a framework, as it stands in the address. */
import type { ControlStatus } from './status.tsx';
import { statuses } from './status.tsx';

export interface FrameworkSearch {
  readonly status?: ControlStatus;
  /** The control that is open. */
  readonly control?: string;
}

export function readFrameworkSearch({ status, control }: Readonly<Record<string, unknown>>): FrameworkSearch {
  const known = statuses.find((each) => each === status);
  // A number like 2.1 is one in the address too.
  const name = typeof control === 'string' ? control : typeof control === 'number' ? String(control) : undefined;
  return { ...(known ? { status: known } : {}), ...(name === undefined ? {} : { control: name }) };
}
